import { getTranslations } from 'next-intl/server'
import { Funnel as FunnelFigure } from '@/components/dashboard/funnel'
import { type ChartRow, chartStates } from '@/components/dashboard/states'
import { Tabs } from '@/components/ui/tabs'
import { findingOf } from '@/lib/domain/dashboard/rules'
import type { Funnel } from '@/lib/domain/dashboard/schema'
import { isGradeLevel } from '@/lib/shared/grades'

/** Where the enrollments of a year stand, grade by grade, under the sentence that says what to see. */
export async function FunnelSection({ home, funnel }: { home: string; funnel: Funnel }) {
  const [t, grades, states] = await Promise.all([
    getTranslations('dashboard'),
    getTranslations('grades'),
    getTranslations('enrollments.status'),
  ])
  const { year, years, rows } = funnel
  if (!year || rows.length === 0) return null
  const finding = findingOf(rows)
  const label = (code: string) => (isGradeLevel(code) ? grades(`label.${code}`) : code)
  const title =
    finding.kind === 'grade'
      ? t('finding.grade', {
          grade: label(finding.gradeLevel).toLocaleLowerCase(),
          count: finding.count,
          total: finding.total,
        })
      : finding.kind === 'spread'
        ? t('finding.spread', { count: finding.count, total: finding.total, year: year.name })
        : finding.kind === 'complete'
          ? t('finding.complete', { total: finding.total, year: year.name })
          : t('finding.none', { year: year.name })
  const chart = rows.map(
    (row): ChartRow => ({
      ...row,
      grade: isGradeLevel(row.gradeLevel) ? grades(`short.${row.gradeLevel}`) : row.gradeLevel,
      href: `${home}/enrollments?${new URLSearchParams({ year: year.id, gradeLevel: row.gradeLevel })}`,
      total: chartStates.reduce((sum, state) => sum + row[state], 0),
    }),
  )
  const names = Object.fromEntries(chartStates.map((state) => [state, states(state)])) as Record<
    (typeof chartStates)[number],
    string
  >
  return (
    <section className="grid gap-3" aria-label={t('funnel', { year: year.name })}>
      {years.length > 1 && (
        <Tabs
          label={t('year')}
          current={`${home}?year=${year.id}`}
          tabs={years.map(({ id, name }) => ({ href: `${home}?year=${id}`, label: name }))}
        />
      )}
      <FunnelFigure
        title={title}
        rows={chart}
        texts={{
          asTable: t('asTable'),
          asChart: t('asChart'),
          grade: t('grade'),
          total: t('total'),
          axis: t('axis'),
          caption: t('caption', { year: year.name }),
          states: names,
        }}
      />
    </section>
  )
}
