import type { Filter } from '@/components/layout/filter-bar'
import type { StudentWords } from '@/components/students/words'
import { enrollmentStatuses } from '@/lib/shared/enrollment-status'
import { gradeOrder, isGradeLevel } from '@/lib/shared/grades'
import type { ListParams } from './list-input'

type Facets = {
  years: { id: string; name: string }[]
  groups: { gradeLevel: string; groupCode: string | null }[]
}
/** What the list of students can be narrowed to; only grades and groups that somebody is in. */
export function studentFilters(
  { years, groups }: Facets,
  params: ListParams,
  { t, grades, enrollments }: StudentWords,
): Filter[] {
  const levels = [...new Set(groups.map((group) => group.gradeLevel))].filter(isGradeLevel)
  const inGrade = groups.filter((group) => !params.gradeLevel || group.gradeLevel === params.gradeLevel)
  const codes = [...new Set(inGrade.map((group) => group.groupCode).filter((code) => code !== null))].sort()
  return [
    {
      name: 'gradeLevel',
      label: t('list.grade'),
      options: levels
        .sort((a, b) => gradeOrder(a) - gradeOrder(b))
        .map((level) => ({ value: level, label: grades(`label.${level}`) })),
    },
    { name: 'groupCode', label: t('list.group'), options: codes.map((code) => ({ value: code, label: code })) },
    {
      name: 'status',
      label: t('list.status'),
      options: [
        ...enrollmentStatuses.map((status) => ({ value: status, label: enrollments(`status.${status}`) })),
        { value: 'none', label: t('list.notEnrolled') },
      ],
    },
    {
      name: 'missing',
      label: t('list.papers'),
      options: [
        { value: 'true', label: t('list.withMissing') },
        { value: 'false', label: t('list.withoutMissing') },
      ],
    },
    { name: 'yearId', label: t('list.year'), options: years.map(({ id, name }) => ({ value: id, label: name })) },
    {
      name: 'active',
      label: t('list.shown'),
      options: [
        { value: 'false', label: t('list.onlyInactive') },
        { value: 'all', label: t('list.includeInactive') },
      ],
    },
  ]
}
