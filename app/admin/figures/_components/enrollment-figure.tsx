import { getTranslations } from 'next-intl/server'
import { Funnel } from '@/components/dashboard/funnel'
import { type ChartRow, chartStates } from '@/components/dashboard/states'
import { findingOf, inSchoolOrder } from '@/lib/domain/dashboard/rules'
import type { Figures } from '@/lib/domain/schools/figures/schema'
import { isGradeLevel } from '@/lib/shared/grades'

/** Enrollments by grade and state, as each school's own home shows them. */
export async function EnrollmentFigure({ rows }: { rows: Figures['enrollment'] }) {
  const [t, grades, states] = await Promise.all([
    getTranslations('figures'),
    getTranslations('grades'),
    getTranslations('enrollments.status'),
  ])
  const finding = findingOf(rows)
  const label = (code: string) => (isGradeLevel(code) ? grades(`label.${code}`).toLocaleLowerCase() : code)
  const title =
    finding.kind === 'grade'
      ? t('findEnrollment.grade', { grade: label(finding.gradeLevel), count: finding.count, total: finding.total })
      : finding.kind === 'spread'
        ? t('findEnrollment.spread', { count: finding.count, total: finding.total })
        : finding.kind === 'complete'
          ? t('findEnrollment.complete', { total: finding.total })
          : t('findEnrollment.none')
  const chart = inSchoolOrder(rows).map(
    (row): ChartRow => ({
      ...row,
      grade: isGradeLevel(row.gradeLevel) ? grades(`short.${row.gradeLevel}`) : row.gradeLevel,
      total: chartStates.reduce((sum, state) => sum + row[state], 0),
    }),
  )
  const names = Object.fromEntries(chartStates.map((state) => [state, states(state)])) as Record<
    (typeof chartStates)[number],
    string
  >
  return (
    <Funnel
      title={title}
      rows={chart}
      texts={{
        asTable: t('asTable'),
        asChart: t('asChart'),
        grade: t('grade'),
        total: t('total'),
        axis: t('axis'),
        caption: t('enrollmentCaption'),
        states: names,
      }}
    />
  )
}
