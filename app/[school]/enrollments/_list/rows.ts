import { getTranslations } from 'next-intl/server'
import { statusTone } from '@/components/enrollments/status-tone'
import type { Column, Row } from '@/components/layout/table-row'
import type { EnrollmentRow } from '@/lib/domain/enrollments/schema'
import { dayOf } from '@/lib/shared/dates'
import { showDocument } from '@/lib/shared/documents-id'
import { isGradeLevel } from '@/lib/shared/grades'

/** The enrollments as plain rows; the year shows only where several are listed. */
export async function tableOf(items: readonly EnrollmentRow[], path: string, severalYears: boolean) {
  const [t, grades] = await Promise.all([getTranslations('enrollments'), getTranslations('grades')])
  const columns: Column[] = [
    { key: 'student', header: t('column.student'), sub: 'document' },
    { key: 'course', header: t('column.course') },
    ...(severalYears ? [{ key: 'year', header: t('column.year') }] : []),
    { key: 'kind', header: t('column.kind'), phone: 'hide' },
    { key: 'status', header: t('column.status'), kind: 'badge' },
    { key: 'papers', header: t('page.missing'), sub: 'review' },
    { key: 'commitment', header: t('column.commitment'), kind: 'date', phone: 'hide' },
    { key: 'opened', header: t('column.opened'), kind: 'date', phone: 'hide', muted: true },
  ]
  const rows = items.map((item): Row => {
    const grade = isGradeLevel(item.gradeLevel) ? grades(`short.${item.gradeLevel}`) : item.gradeLevel
    return {
      id: item.id,
      href: `${path}/${item.id}`,
      cells: {
        student: item.fullName,
        document: showDocument(item.documentType, item.documentNumber),
        course: [grade, item.groupCode].filter(Boolean).join(' '),
        year: item.yearName,
        kind: t(`kind.${item.kind}`),
        status: { tone: statusTone[item.status], text: t(`status.${item.status}`) },
        papers: item.status === 'withdrawn' ? null : t('page.missingCount', { count: item.missingCount }),
        review:
          item.reviewCount > 0 && item.status !== 'withdrawn' ? t('page.toReview', { count: item.reviewCount }) : null,
        commitment: item.commitmentDueOn,
        opened: dayOf(new Date(item.createdAt)),
      },
    }
  })
  return { columns, rows }
}
