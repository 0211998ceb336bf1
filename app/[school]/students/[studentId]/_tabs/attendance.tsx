import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { AttendanceStatus } from '@/lib/domain/attendance/schema'
import { readAttendanceOfStudent } from '@/lib/domain/attendance/summary/queries'
import { orNotFound } from '@/lib/platform/page'
import { naturalName } from '@/lib/shared/names'
import type { TabGiven } from './tabs'

const tones = { present: 'ok', absent: 'danger', late: 'warning', excused: 'info' } as const satisfies Record<
  AttendanceStatus,
  string
>

export async function attendanceTab({ ctx, studentId, student: coming }: TabGiven) {
  const [found, student, t] = await Promise.all([
    orNotFound(readAttendanceOfStudent.run(ctx, { studentId })),
    coming,
    getTranslations('attendance'),
  ])
  const name = naturalName(student)
  const { totals, subjects, marks } = found
  if (totals.total === 0 && subjects.length === 0)
    return <EmptyState title={t('student.noneTitle')}>{t('student.noneText', { name })}</EmptyState>
  return (
    <div className="grid grid-cols-1 gap-6">
      <Section title={t('student.totals')}>
        <DescriptionList
          items={[
            { term: t('student.attended'), value: t('report.percent', { value: totals.attended }) },
            { term: t('student.absence'), value: t('report.percent', { value: totals.absence }) },
            { term: t('report.total'), value: t('student.counts', totals) },
          ]}
        />
        <p className="pt-2 text-sm text-muted">{t('student.rule')}</p>
      </Section>
      {subjects.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-lg">{t('student.subjects')}</h2>
          <DataTable
            label={t('student.subjects')}
            columns={[
              { key: 'name', header: t('report.name.subject') },
              { key: 'attended', header: t('report.attended'), kind: 'number' },
              { key: 'absence', header: t('report.absence'), kind: 'number' },
              { key: 'total', header: t('report.total'), kind: 'number', phone: 'hide' },
            ]}
            rows={subjects.map(({ id, name: subject, attended, absence, total }) => ({
              id,
              cells: {
                name: subject,
                attended: t('report.percent', { value: attended }),
                absence: t('report.percent', { value: absence }),
                total,
              },
            }))}
          />
        </section>
      )}
      <section className="grid gap-2">
        <h2 className="text-lg">{t('student.marks')}</h2>
        {marks.length === 0 ? (
          <p className="text-muted">{t('student.noMarks')}</p>
        ) : (
          <DataTable
            label={t('student.label', { name })}
            columns={[
              { key: 'day', header: t('student.day'), kind: 'date' },
              { key: 'status', header: t('student.status'), kind: 'badge', sub: 'detail' },
              { key: 'list', header: t('student.list'), muted: true },
            ]}
            rows={marks.map(({ id, day, lesson, subject, status, minutesLate, reason }) => ({
              id,
              cells: {
                day,
                status: { tone: tones[status], text: t(`status.${status}`) },
                detail: minutesLate ? t('student.minutes', { minutes: minutesLate }) : reason,
                list: subject ?? (lesson === 0 ? t('student.wholeDay') : t('roll.lessonOnly', { lesson })),
              },
            }))}
          />
        )}
      </section>
    </div>
  )
}
