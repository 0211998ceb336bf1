'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField } from '@/components/layout/form-fields'
import type { Plan } from '@/lib/domain/rollovers/schema'
import { useStepForm } from './use-step-form'

type Props = {
  slug: string
  rolloverId: string
  version: number
  initial: NonNullable<Plan['promotion']>
  next: string
}

export function PromotionForm({ initial, ...step }: Props) {
  const t = useTranslations('rollovers')
  const form = useStepForm({
    ...step,
    initial,
    toStep: ({ undecided, pending }) => ({ promotion: { undecided, pending } }),
  })
  const options = (['waits', 'promoted', 'repeats'] as const).map((value) => ({
    value,
    label: t(`promotion.choice.${value}`),
  }))
  return (
    <ActionForm form={form} submit={t('saveNext')}>
      <SelectField
        form={form}
        name="undecided"
        label={t('promotion.undecided')}
        help={t('promotion.undecidedHelp')}
        options={options}
      />
      <SelectField form={form} name="pending" label={t('promotion.pendingChoice')} options={options} />
    </ActionForm>
  )
}
