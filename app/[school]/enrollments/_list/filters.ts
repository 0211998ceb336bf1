import { getTranslations } from 'next-intl/server'
import type { Filter } from '@/components/layout/filter-bar'
import { todoKeys } from '@/lib/domain/dashboard/schema'
import { enrollmentKinds, shifts } from '@/lib/domain/enrollments/rules'
import { type GradeLevel, gradeLevels } from '@/lib/shared/grades'

export type Facets = {
  years: readonly { id: string; name: string }[]
  groups: readonly { gradeLevel: string; groupCode: string | null }[]
}

/** What the list can be narrowed to; only grades and groups that the school has. */
export async function filtersOf({ years, groups }: Facets, gradeLevel: string | undefined): Promise<Filter[]> {
  const [t, grades] = await Promise.all([getTranslations('enrollments'), getTranslations('grades')])
  const used = new Set(groups.map((group) => group.gradeLevel))
  const ofGrade = groups.filter((group) => !gradeLevel || group.gradeLevel === gradeLevel)
  const codes = [...new Set(ofGrade.map((group) => group.groupCode))].filter((code) => code !== null).sort()
  return [
    {
      name: 'year',
      label: t('page.year'),
      options: [
        ...years.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'all', label: t('page.everyYear') },
      ],
    },
    {
      name: 'gradeLevel',
      label: t('column.grade'),
      options: gradeLevels
        .filter((code: GradeLevel) => used.has(code) || code === gradeLevel)
        .map((code) => ({ value: code, label: grades(`label.${code}`) })),
    },
    { name: 'groupCode', label: t('column.group'), options: codes.map((code) => ({ value: code, label: code })) },
    {
      name: 'shift',
      label: t('column.shift'),
      options: shifts.map((code) => ({ value: code, label: t(`shift.${code}`) })),
    },
    {
      name: 'kind',
      label: t('column.kind'),
      options: enrollmentKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
    },
    {
      name: 'missing',
      label: t('page.missing'),
      options: [
        { value: 'true', label: t('page.isMissing') },
        { value: 'false', label: t('page.isComplete') },
      ],
    },
    {
      name: 'waiting',
      label: t('page.waiting'),
      options: todoKeys.map((key) => ({ value: key, label: t(`waiting.${key}`) })),
    },
  ]
}
