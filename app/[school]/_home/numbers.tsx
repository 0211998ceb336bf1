import { useTranslations } from 'next-intl'
import { weekChange } from '@/lib/domain/dashboard/rules'
import type { Trends } from '@/lib/domain/dashboard/schema'

/** Eight weeks as bars; what they say also stands in words. */
function Weeks({ values, label }: { values: readonly number[]; label: string }) {
  const top = Math.max(...values, 1)
  return (
    <svg viewBox={`0 0 ${values.length * 10} 28`} className="h-7 w-20 flex-none self-end" role="img" aria-label={label}>
      {values.map((value, index) => {
        const height = Math.max((value / top) * 26, 1)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: weeks have no other name than their place
            key={index}
            x={index * 10 + 1}
            y={28 - height}
            width={8}
            height={height}
            rx={1}
            className={index === values.length - 1 ? 'fill-accent-ink' : 'fill-border-strong'}
          />
        )
      })}
    </svg>
  )
}

type Figure = { label: string; value: number; trend: string; weeks: readonly number[] }

/** Two or three numbers, each with how it moves. */
export function Numbers({ active, trends }: { active: number; trends: Trends }) {
  const t = useTranslations('home.numbers')
  const against = (weeks: readonly number[]) => {
    const { difference } = weekChange(weeks)
    if (difference === 0) return t('same')
    return t(difference > 0 ? 'more' : 'less', { count: Math.abs(difference) })
  }
  const figures: Figure[] = [
    {
      label: t('active'),
      value: active,
      trend: t('activated', { count: weekChange(trends.activated).now }),
      weeks: trends.activated,
    },
    ...(['opened', 'validated'] as const).map((key) => ({
      label: t(key),
      value: weekChange(trends[key]).now,
      trend: against(trends[key]),
      weeks: trends[key],
    })),
  ]
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      {figures.map(({ label, value, trend, weeks }) => (
        <li key={label} className="card flex justify-between gap-3 p-4">
          <div className="min-w-0">
            <p className="text-sm text-muted">{label}</p>
            <p className="nums text-2xl font-semibold">{value}</p>
            <p className="text-sm text-muted">{trend}</p>
          </div>
          <Weeks values={weeks} label={t('weeks', { values: weeks.join(', ') })} />
        </li>
      ))}
    </ul>
  )
}
