import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/layout/data-table'
import type { CourseRow } from '@/lib/domain/academics/courses/schema'

type Props = { courses: readonly CourseRow[]; path: string; year: string }

/** Courses one below the other, for who reads them. */
export function CourseList({ courses, path, year }: Props) {
  const t = useTranslations('courses')
  return (
    <DataTable
      label={t('list', { year })}
      columns={[
        { key: 'subject', header: t('subject') },
        { key: 'group', header: t('group'), nowrap: true },
        { key: 'teachers', header: t('teachers') },
        { key: 'hours', header: t('weeklyHours'), kind: 'number', phone: 'hide' },
        { key: 'students', header: t('students'), kind: 'number', phone: 'hide' },
      ]}
      rows={courses.map(({ id, subject, groupCode, teachers, weeklyHours, students }) => ({
        id,
        href: `${path}/${id}`,
        cells: {
          subject,
          group: groupCode,
          teachers: teachers.flatMap(({ name }) => name ?? []).join(', ') || t('none'),
          hours: t('hours', { hours: weeklyHours }),
          students,
        },
      }))}
    />
  )
}
