import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { placeOf } from '@/components/students/place'
import { Section } from '@/components/ui/card'
import type { CourseCheck } from '@/lib/domain/closing/schema'

type Props = { school: string; periodId: string; courses: readonly CourseCheck[] }

/** The courses that still lack something, each with what it is, and the way to its gradebook. */
export async function CourseGaps({ school, periodId, courses }: Props) {
  const [t, grades] = await Promise.all([getTranslations('closing'), getTranslations('grades')])
  const open = courses.filter(({ problems }) => problems.length > 0)
  if (open.length === 0) return null
  return (
    <Section title={t('courses')} intro={t('coursesText', { count: open.length })} bare>
      <DataTable
        label={t('courses')}
        columns={[
          { key: 'course', header: t('course') },
          { key: 'teachers', header: t('teacher') },
          { key: 'missing', header: t('missing'), kind: 'number' },
          { key: 'problems', header: t('lacks') },
        ]}
        rows={open.map(
          ({ courseId, subject, gradeLevel, groupCode, teachers, missing, expected, problems, weights, note }) => ({
            id: courseId,
            href: `/${school}/gradebook/${courseId}?period=${periodId}`,
            cells: {
              course: `${subject} · ${placeOf(gradeLevel, groupCode, grades)}`,
              teachers: teachers || t('nobody'),
              missing: missing > 0 ? t('of', { missing, expected }) : null,
              problems: [
                ...problems
                  .filter((problem) => problem !== 'missingScores')
                  .map((problem) => t(`problem.${problem}`, { weights })),
                ...(note ? [t('returned', { note })] : []),
              ].join(' · '),
            },
          }),
        )}
      />
    </Section>
  )
}
