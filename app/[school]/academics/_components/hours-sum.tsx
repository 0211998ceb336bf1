'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/badge'
import { hoursState } from '@/lib/domain/academics/plans/rules'

const tones = { short: 'warning', exact: 'ok', over: 'info' } as const

/** The sum of the hours against those that the grade must reach; stays in sight while the table scrolls. */
export function HoursSum({ total, required }: { total: number; required: number | null }) {
  const t = useTranslations('academics')
  const format = useFormatter()
  const { state, difference } = hoursState(total, required ?? total)
  return (
    <div className="sticky bottom-16 z-10 md:bottom-0">
      <p className="card flex flex-wrap items-center gap-3 px-4 py-2 shadow-float" role="status">
        <span className="nums font-semibold">
          {t('grade.total', {
            total: format.number(total),
            required: required === null ? '–' : format.number(required),
          })}
        </span>
        {required !== null && (
          <StatusBadge tone={tones[state]}>
            {t(`grade.${state}`, { hours: format.number(Math.abs(difference)) })}
          </StatusBadge>
        )}
      </p>
    </div>
  )
}
