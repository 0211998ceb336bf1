import { getLocale, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { Table } from '@/components/ui/table'
import { holidaysWithin, LESSON_WEEKS, lessonWeeks, teachingDays, yearGaps } from '@/lib/domain/years/rules'
import type { YearOverview, YearRow } from '@/lib/domain/years/schema'
import { formatDay, showDay } from '@/lib/shared/dates'

type Props = { year: YearRow; calendar: YearOverview['calendar'] }

/** Days of lessons by period, the holidays of the law in them, and stretches that belong to no period. */
export async function LessonDays({ year, calendar }: Props) {
  const [t, locale] = await Promise.all([getTranslations('years'), getLocale()])
  const weeks = lessonWeeks(year.periods, calendar)
  const gaps = yearGaps(year, year.periods)
  const day = (one: string) => formatDay(one, locale, 'short')
  return (
    <div className="grid gap-4">
      {weeks < LESSON_WEEKS && (
        <Callout tone="warning" title={t('days.fewWeeks', { weeks, law: LESSON_WEEKS })}>
          {t('days.fewWeeksText')}
        </Callout>
      )}
      <Table caption={t('days.title')} stack>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col" data-kind="number">
              {t('days.lessons')}
            </th>
            <th scope="col">{t('days.holidays')}</th>
          </tr>
        </thead>
        <tbody>
          {year.periods.map((period) => {
            const holidays = holidaysWithin(period)
            return (
              <tr key={period.id}>
                <th scope="row" className="whitespace-nowrap">
                  {period.name}
                </th>
                <td data-kind="number" data-label={t('days.lessons')}>
                  {teachingDays(period, calendar)}
                </td>
                <td className="whitespace-normal" data-label={t('days.holidays')}>
                  {holidays.length > 0 ? holidays.map(day).join(', ') : '—'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <p className="nums text-muted">
        {t('days.total', {
          days: year.periods.reduce((sum, period) => sum + teachingDays(period, calendar), 0),
          weeks,
        })}
      </p>
      {gaps.length > 0 && (
        <div className="grid gap-1">
          <p className="font-medium">{t('days.gaps')}</p>
          <ul className="grid list-disc gap-1 pl-5">
            {gaps.map((gap) => (
              <li key={gap.startsOn} className="nums">
                {t('days.gap', { from: showDay(gap.startsOn), to: showDay(gap.endsOn), days: gap.days })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {calendar.length > 0 && (
        <details>
          <summary className="link hit inline-flex min-h-7 items-center">
            {t('days.own', { count: calendar.length })}
          </summary>
          <ul className="grid list-disc gap-1 pl-5">
            {calendar.map(({ day: one, name }) => (
              <li key={one}>
                {day(one)}: {name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
