import { useTranslations } from 'next-intl'
import { enrollmentTone } from '@/components/students/state-tone'
import { StatusBadge } from '@/components/ui/badge'
import type { StudentDetail } from '@/lib/domain/students/schema'

export function StateBadge({ student }: { student: Pick<StudentDetail, 'isActive' | 'enrollment'> }) {
  const t = useTranslations('students')
  const enrollments = useTranslations('enrollments')
  if (!student.isActive) return <StatusBadge tone="neutral">{t('profile.inactive')}</StatusBadge>
  const status = student.enrollment?.status
  if (!status) return <StatusBadge tone="neutral">{t('profile.notEnrolled')}</StatusBadge>
  return <StatusBadge tone={enrollmentTone(status)}>{enrollments(`status.${status as 'active'}`)}</StatusBadge>
}
