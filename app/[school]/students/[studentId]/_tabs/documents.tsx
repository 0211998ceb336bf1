import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { documentTone } from '@/components/students/state-tone'
import { listDocumentsOfStudent } from '@/lib/domain/students/queries'
import { orNotFound } from '@/lib/platform/page'
import { dayOf } from '@/lib/shared/dates'
import { naturalName } from '@/lib/shared/names'
import type { TabGiven } from './tabs'

export async function documentsTab({ ctx, studentId, student: coming }: TabGiven) {
  const [{ items }, student, t, documents, requirements] = await Promise.all([
    orNotFound(listDocumentsOfStudent.run(ctx, { studentId })),
    coming,
    getTranslations('students'),
    getTranslations('documents'),
    getTranslations('requirements'),
  ])
  if (items.length === 0) return <EmptyState title={t('documents.emptyTitle')}>{t('documents.emptyText')}</EmptyState>
  const nameOf = (item: (typeof items)[number]) => {
    const key = `catalogue.${item.documentType}.name` as 'catalogue.birth_certificate.name'
    return item.name ?? (requirements.has(key) ? requirements(key) : item.documentType)
  }
  const reasonOf = (reason: string | null) => {
    const key = `rejectionShort.${reason}` as 'rejectionShort.blurry'
    return reason && documents.has(key) ? documents(key) : reason
  }
  return (
    <DataTable
      label={t('documents.label', { name: naturalName(student) })}
      columns={[
        { key: 'name', header: t('documents.document'), sub: 'about' },
        { key: 'year', header: t('documents.year') },
        { key: 'status', header: t('documents.status'), kind: 'badge', sub: 'reason' },
        { key: 'uploaded', header: t('documents.uploaded'), kind: 'date' },
      ]}
      rows={items.map((item) => ({
        id: item.id,
        href: `/${ctx.school.slug}/enrollments/${item.enrollmentId}`,
        cells: {
          name: nameOf(item),
          about: item.required ? null : t('documents.optional'),
          year: item.yearName,
          status: { tone: documentTone(item.status), text: documents(`status.${item.status as 'pending'}`) },
          reason: reasonOf(item.rejectionReason),
          uploaded: item.uploadedAt && dayOf(new Date(item.uploadedAt)),
        },
      }))}
    />
  )
}
