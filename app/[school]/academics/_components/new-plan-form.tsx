'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { TextField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { createPlanAction } from '../actions'

type Props = { slug: string; schoolYearId: string; name: string }

export function NewPlanForm({ slug, schoolYearId, name }: Props) {
  const t = useTranslations('academics')
  const router = useRouter()
  const back = `/${slug}/academics/plans?year=${schoolYearId}`
  const form = useActionForm({
    school: slug,
    action: createPlanAction,
    initial: { schoolYearId, name },
    success: t('plans.created'),
    onSuccess: () => router.push(back),
  })
  return (
    <ActionForm form={form} submit={t('plans.create')} cancelHref={back}>
      <TextField form={form} name="name" label={t('plans.name')} maxLength={100} />
    </ActionForm>
  )
}
