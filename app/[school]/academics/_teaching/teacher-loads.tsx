import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/layout/data-table'
import { Section } from '@/components/ui/card'
import type { TeacherRow } from '@/lib/domain/academics/courses/schema'

/** Each teacher's hours of the week; a line leads to the teacher's timetable. */
export function TeacherLoads({ teachers, path }: { teachers: readonly TeacherRow[]; path: string }) {
  const t = useTranslations('courses')
  return (
    <Section title={t('load')} bare>
      <DataTable
        label={t('load')}
        columns={[
          { key: 'name', header: t('teacher') },
          { key: 'courses', header: t('courses'), kind: 'number' },
          { key: 'groups', header: t('groups'), kind: 'number', phone: 'hide' },
          { key: 'hours', header: t('weeklyHours'), kind: 'number' },
        ]}
        rows={teachers.map(({ id, name, courses, groups, weeklyHours }) => ({
          id,
          href: `${path}?teacher=${id}`,
          cells: { name, courses, groups, hours: t('hours', { hours: weeklyHours }) },
        }))}
      />
    </Section>
  )
}
