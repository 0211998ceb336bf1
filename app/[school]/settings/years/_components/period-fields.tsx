'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DayField, TextField } from '@/components/layout/form-fields'
import type { FormValues } from '@/components/layout/form-path'
import type { ActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { PeriodStatus } from '@/lib/domain/years/schema'

export type PeriodValues = {
  periodId?: string
  number: number
  name: string
  startsOn: string
  endsOn: string
  status?: PeriodStatus
}

type Props<V extends FormValues> = { form: ActionForm<V>; periods: readonly PeriodValues[] }

/** The periods of a year in their order; only drafts can be taken out, and closed ones keep their days. */
export function PeriodFields<V extends FormValues>({ form, periods }: Props<V>) {
  const t = useTranslations('years')
  const isDraft = ({ status }: PeriodValues) => status === undefined || status === 'draft'
  const isOver = ({ status }: PeriodValues) => status === 'closed' || status === 'published'
  const add = () => {
    const number = periods.length + 1
    form.set('periods', [...periods, { number, name: t('periodName', { number }), startsOn: '', endsOn: '' }])
  }
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {periods.map((period, index) => (
          <li
            key={period.periodId ?? `new-${index}`}
            className="grid gap-3 rounded border border-border p-3 md:grid-cols-[1fr_1fr_1fr_auto] md:items-start"
          >
            <TextField form={form} name={`periods.${index}.name`} label={t('period')} maxLength={50} />
            <DayField form={form} name={`periods.${index}.startsOn`} label={t('startsOn')} disabled={isOver(period)} />
            <DayField form={form} name={`periods.${index}.endsOn`} label={t('endsOn')} disabled={isOver(period)} />
            <IconButton
              className="md:mt-6"
              label={t('removePeriod', { name: period.name })}
              icon={<Trash2 aria-hidden="true" />}
              disabled={!isDraft(period) || periods.length === 1}
              onClick={() =>
                form.set(
                  'periods',
                  periods.filter((_, i) => i !== index),
                )
              }
            />
          </li>
        ))}
      </ol>
      <div>
        <Button size="sm" icon={<Plus aria-hidden="true" />} disabled={periods.length >= 12} onClick={add}>
          {t('addPeriod')}
        </Button>
      </div>
    </div>
  )
}
