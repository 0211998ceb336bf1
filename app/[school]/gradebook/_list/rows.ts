import type { useTranslations } from 'next-intl'
import type { Column, Row } from '@/components/layout/table-row'
import type { CourseProgress } from '@/lib/domain/gradebook/courses/schema'

type Texts = ReturnType<typeof useTranslations<'gradebook'>>
type Grades = ReturnType<typeof useTranslations<'grades'>>

export const courseColumns = (t: Texts, wide: boolean): Column[] => [
  { key: 'course', header: t('list.course'), kind: 'text', sub: 'grade' },
  ...(wide ? [{ key: 'teachers', header: t('list.teachers'), kind: 'text', muted: true } as const] : []),
  { key: 'activities', header: t('list.activities'), kind: 'number' },
  { key: 'weights', header: t('list.weights'), kind: 'number', phone: 'hide' },
  { key: 'scores', header: t('list.scores'), kind: 'number' },
  { key: 'comments', header: t('list.comments'), kind: 'number', phone: 'hide' },
  { key: 'handing', header: t('list.handing'), kind: 'badge' },
]

const tones = { open: 'neutral', submitted: 'ok', returned: 'warning' } as const

/** A course as a line of the list: what there is of what there should be. */
export function courseRow(
  item: CourseProgress,
  t: Texts,
  grades: Grades,
  path: string,
  query: string,
  comma: boolean,
): Row {
  const cells = item.activities * item.students
  const percent = cells === 0 ? 0 : Math.floor((item.scores * 100) / cells)
  const words = `${item.comments} / ${item.students}`
  return {
    id: item.courseId,
    href: `${path}/${item.courseId}${item.descriptive ? '/words' : ''}${query}`,
    cells: {
      course: `${item.subject} · ${item.groupCode}`,
      grade: grades(`label.${item.gradeLevel as '6'}`),
      teachers: item.teachers || t('state.noTeacher'),
      activities: item.descriptive ? '' : item.activities,
      weights:
        item.descriptive || item.activities === 0 ? '' : `${comma ? item.weights.replace('.', ',') : item.weights} %`,
      scores: item.descriptive || cells === 0 ? '' : `${percent} %`,
      comments: words,
      handing: { tone: tones[item.handing], text: t(`handing.${item.handing}`) },
    },
  }
}
