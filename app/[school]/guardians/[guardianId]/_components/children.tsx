import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { placeOf } from '@/components/students/place'
import { enrollmentTone } from '@/components/students/state-tone'
import type { GuardianDetail } from '@/lib/domain/guardians/schema'
import { naturalName } from '@/lib/shared/names'

export function Children({ school, guardian }: { school: string; guardian: GuardianDetail }) {
  const t = useTranslations('guardians')
  const students = useTranslations('students')
  const grades = useTranslations('grades')
  const enrollments = useTranslations('enrollments')
  if (guardian.children.length === 0)
    return <EmptyState title={t('page.noChildren')}>{t('page.noChildrenText')}</EmptyState>
  return (
    <DataTable
      label={t('page.childrenLabel', { name: naturalName(guardian) })}
      columns={[
        { key: 'name', header: t('page.student'), sub: 'role' },
        { key: 'kin', header: t('page.kin') },
        { key: 'grade', header: t('page.grade') },
        { key: 'status', header: t('page.status'), kind: 'badge' },
      ]}
      rows={guardian.children.map((child) => ({
        id: child.studentId,
        href: `/${school}/students/${child.studentId}`,
        cells: {
          name: child.fullName,
          role: [
            child.isPrimary && t('family.primary'),
            child.canPickup && t('family.pickup'),
            child.isEmergencyContact && t('family.emergency'),
          ]
            .filter(Boolean)
            .join(' · '),
          kin: t(`relationship.${child.relationship as 'mother'}`),
          grade: placeOf(child.gradeLevel, child.groupCode, grades),
          status: !child.isActive
            ? { tone: 'neutral', text: students('list.inactive') }
            : child.status
              ? { tone: enrollmentTone(child.status), text: enrollments(`status.${child.status as 'active'}`) }
              : { tone: 'neutral', text: students('list.notEnrolled') },
        },
      }))}
    />
  )
}
