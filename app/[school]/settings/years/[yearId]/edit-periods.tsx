'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import type { YearRow } from '@/lib/domain/years/schema'
import { PeriodFields, type PeriodValues } from '../_components/period-fields'
import { savePeriodsAction } from '../actions'

export function EditPeriods({ slug, year }: { slug: string; year: YearRow }) {
  const t = useTranslations('years')
  const periods: PeriodValues[] = year.periods.map(({ id, number, name, startsOn, endsOn, status }) => ({
    periodId: id,
    number,
    name,
    startsOn,
    endsOn,
    status,
  }))
  const form = useActionForm({
    school: slug,
    action: savePeriodsAction,
    initial: { yearId: year.id, version: year.version, periods },
    success: t('saved'),
    toInput: (values) => ({
      ...values,
      periods: values.periods.map(({ status: _, ...period }, index) => ({ ...period, number: index + 1 })),
    }),
  })
  return (
    <ActionForm form={form} submit={t('savePeriods')}>
      <PeriodFields form={form} periods={form.values.periods} />
    </ActionForm>
  )
}
