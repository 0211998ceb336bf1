import type { getTranslations } from 'next-intl/server'
import type { Column, Row } from '@/components/layout/table-row'
import { placeOf } from '@/components/students/place'
import type { CardOverview } from '@/lib/domain/report-cards/batch/schema'

type Words = Awaited<ReturnType<typeof getTranslations<'reportCards'>>>
type Grades = Awaited<ReturnType<typeof getTranslations<'grades'>>>

export const groupColumns = (t: Words): Column[] => [
  { key: 'group', header: t('page.group'), sub: 'director' },
  { key: 'state', header: t('page.stateHead'), kind: 'badge' },
  { key: 'students', header: t('page.students'), kind: 'number', phone: 'hide' },
  { key: 'issued', header: t('page.issued'), kind: 'number' },
  { key: 'published', header: t('page.published'), kind: 'number', phone: 'hide' },
  { key: 'zip', header: t('page.zip'), kind: 'link' },
]

type Given = { slug: string; path: string; periodId: string | undefined; grades: Grades; t: Words }

function stateOf({ students, issued, published }: CardOverview['groups'][number], t: Words) {
  if (students === 0) return { tone: 'neutral' as const, text: t('page.nobody') }
  if (published === students) return { tone: 'ok' as const, text: t('page.allPublished') }
  if (issued === students) return { tone: 'info' as const, text: t('page.allIssued') }
  return issued === 0
    ? { tone: 'neutral' as const, text: t('page.noneIssued') }
    : { tone: 'warning' as const, text: t('page.someMissing', { count: students - issued }) }
}

export function groupRows(groups: CardOverview['groups'], { slug, path, periodId, grades, t }: Given): Row[] {
  return groups.map((group) => ({
    id: group.id,
    href: `${path}/groups/${group.id}${periodId ? `?period=${periodId}` : ''}`,
    fixed: group.students === 0,
    cells: {
      group: placeOf(group.gradeLevel, group.code, grades),
      director: group.director,
      state: stateOf(group, t),
      students: group.students,
      issued: group.issued,
      published: group.published,
      zip: group.zip && {
        href: `/${slug}/report-cards/zips/${group.zip.fileId}`,
        text: t('page.zipSize', { size: Math.max(1, Math.round(group.zip.size / 1000)) }),
      },
    },
  }))
}
