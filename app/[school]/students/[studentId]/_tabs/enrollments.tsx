import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { placeOf } from '@/components/students/place'
import { enrollmentTone } from '@/components/students/state-tone'
import { LinkButton } from '@/components/ui/link-button'
import { listEnrollmentsOfStudent } from '@/lib/domain/students/queries'
import { orNotFound } from '@/lib/platform/page'
import { dayOf, showDay } from '@/lib/shared/dates'
import { naturalName } from '@/lib/shared/names'
import type { TabGiven } from './tabs'

export async function enrollmentsTab({ ctx, studentId, student: coming, writes }: TabGiven) {
  const [{ items }, student, t, grades, enrollments] = await Promise.all([
    orNotFound(listEnrollmentsOfStudent.run(ctx, { studentId })),
    coming,
    getTranslations('students'),
    getTranslations('grades'),
    getTranslations('enrollments'),
  ])
  const name = naturalName(student)
  const home = `/${ctx.school.slug}/enrollments`
  if (items.length === 0) {
    return (
      <EmptyState
        title={t('enrollments.emptyTitle')}
        action={
          writes &&
          student.isActive && (
            <LinkButton href={`${home}/new?studentId=${studentId}`} variant="primary">
              {t('profile.enroll')}
            </LinkButton>
          )
        }
      >
        {t('enrollments.emptyText', { name })}
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={t('enrollments.label', { name })}
      columns={[
        { key: 'year', header: t('enrollments.year') },
        { key: 'grade', header: t('enrollments.grade') },
        { key: 'kind', header: t('enrollments.kind') },
        { key: 'status', header: t('enrollments.status'), kind: 'badge', sub: 'due' },
        { key: 'missing', header: t('enrollments.missing'), kind: 'number' },
        { key: 'since', header: t('enrollments.since'), kind: 'date', phone: 'hide' },
      ]}
      rows={items.map((item) => ({
        id: item.id,
        href: `${home}/${item.id}`,
        cells: {
          year: item.yearName,
          grade: placeOf(item.gradeLevel, item.groupCode, grades),
          kind: enrollments(`kind.${item.kind as 'new'}`),
          status: { tone: enrollmentTone(item.status), text: enrollments(`status.${item.status as 'active'}`) },
          due: item.commitmentDueOn && t('enrollments.due', { day: showDay(item.commitmentDueOn) }),
          missing: item.missingCount || null,
          since: dayOf(new Date(item.createdAt)),
        },
      }))}
    />
  )
}
