'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { SelectField } from '@/components/layout/form-fields'
import { useActionForm } from '@/components/layout/use-action-form'
import { startRolloverAction } from '../actions'

type Year = { id: string; label: string; startsOn: string }
type Props = { slug: string; from: (Year & { status: string })[]; to: Year[]; create: string }

/** From which year to which; the next one is made when there is none. */
export function StartForm({ slug, from, to, create }: Props) {
  const t = useTranslations('rollovers')
  const first = from.find(({ status }) => status === 'active') ?? from[0]
  const after = (id: string) => {
    const start = from.find((year) => year.id === id)?.startsOn ?? ''
    return to.filter(({ startsOn }) => startsOn > start).sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  }
  const form = useActionForm({
    school: slug,
    action: startRolloverAction,
    initial: { fromYearId: first?.id ?? '', toYearId: after(first?.id ?? '')[0]?.id ?? '' },
    toInput: ({ fromYearId, toYearId }) => ({ fromYearId, ...(toYearId ? { toYearId } : {}) }),
  })
  const next = after(form.values.fromYearId)
  return (
    <ActionForm form={form} submit={t('start.submit')}>
      <SelectField
        form={form}
        name="fromYearId"
        label={t('start.from')}
        options={from.map(({ id, label }) => ({ value: id, label }))}
      />
      <SelectField
        form={form}
        name="toYearId"
        label={t('start.to')}
        options={[...next.map(({ id, label }) => ({ value: id, label })), { value: '', label: create }]}
      />
    </ActionForm>
  )
}
