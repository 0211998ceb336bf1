'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/layout/action-form'
import { useActionForm } from '@/components/layout/use-action-form'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { proposePeriods } from '@/lib/domain/years/rules'
import type { YearProposal } from '@/lib/domain/years/schema'
import { isIsoDay } from '@/lib/shared/dates'
import { PeriodFields } from '../_components/period-fields'
import { YearFields } from '../_components/year-fields'
import { createYearAction } from '../actions'

export function NewYearForm({ slug, proposal }: { slug: string; proposal: YearProposal }) {
  const t = useTranslations('years')
  const form = useActionForm({
    school: slug,
    action: createYearAction,
    initial: proposal,
    draft: 'year.new',
    success: t('created'),
    toInput: ({ periods, ...year }) => ({
      ...year,
      periods: periods.map((period, i) => ({ ...period, number: i + 1 })),
    }),
  })
  const { startsOn, endsOn, periods } = form.values
  const canPropose = isIsoDay(startsOn) && isIsoDay(endsOn) && startsOn < endsOn
  return (
    <ActionForm
      form={form}
      submit={t('create', { name: form.values.name || t('year') })}
      cancelHref={`/${slug}/settings/years`}
    >
      <YearFields form={form} />
      <Fieldset legend={t('periods')} help={t('periodsHelp')}>
        <PeriodFields form={form} periods={periods} />
        <div>
          <Button
            size="sm"
            disabled={!canPropose}
            onClick={() => form.set('periods', proposePeriods({ startsOn, endsOn }, Math.max(1, periods.length)))}
          >
            {t('proposeDates')}
          </Button>
        </div>
      </Fieldset>
    </ActionForm>
  )
}
