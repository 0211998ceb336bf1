'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { CheckboxField } from '@/components/layout/form-fields'
import { useStepForm } from './use-step-form'

type Structure = { copy: boolean; courses: boolean; teachers: boolean }
type Props = { slug: string; rolloverId: string; version: number; initial: Structure; frozen: boolean; next: string }

export function StructureForm({ initial, frozen, ...step }: Props) {
  const t = useTranslations('rollovers')
  const form = useStepForm({
    ...step,
    initial,
    toStep: ({ copy, courses, teachers }) => ({
      structure: { copy: copy && !frozen, courses: copy && courses, teachers: copy && courses && teachers },
    }),
  })
  const { copy, courses } = form.values
  return (
    <ActionForm form={form} submit={t('saveNext')}>
      {!frozen && <CheckboxField form={form} name="copy" label={t('structure.copy')} />}
      {!frozen && copy && <CheckboxField form={form} name="courses" label={t('structure.courses')} />}
      {!frozen && copy && courses && <CheckboxField form={form} name="teachers" label={t('structure.teachers')} />}
    </ActionForm>
  )
}
