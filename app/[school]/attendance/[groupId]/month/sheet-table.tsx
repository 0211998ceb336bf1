import { getTranslations } from 'next-intl/server'
import type { MonthSheet } from '@/lib/domain/attendance/month/schema'

const dayNumber = (day: string) => String(Number(day.slice(8)))

/** Days across, students down, totals at the right; names stay while the days move under a finger. */
export async function SheetTable({ sheet }: { sheet: MonthSheet }) {
  const t = await getTranslations('attendance')
  const totals = ['present', 'absent', 'late', 'excused'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="sheet" tabIndex={0} aria-label={t('month.title')}>
      <table>
        <caption className="sr-only">{`${t('month.title')} ${sheet.group} ${sheet.month}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t('month.student')}</th>
            {sheet.days.map(({ day, taken }) => (
              <th key={day} scope="col" data-taken={taken}>
                {dayNumber(day)}
              </th>
            ))}
            {totals.map((status) => (
              <th key={status} scope="col" title={t(`month.${status}`)}>
                {status === 'present' ? t('month.total') : t(`month.sign.${status}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={row.enrollmentId}>
              <th scope="row">{row.name}</th>
              {sheet.days.map(({ day }) => {
                const status = row.marks[dayNumber(day)]
                return (
                  <td key={day} data-status={status}>
                    {status && t(`month.sign.${status}`)}
                  </td>
                )
              })}
              {totals.map((status) => (
                <td key={status} className="nums">
                  {status === 'present' ? row.present + row.absent + row.late + row.excused : row[status]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
