import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/layout/data-table'
import { EmptyState } from '@/components/layout/empty-state'
import { placeOf } from '@/components/students/place'
import { Section } from '@/components/ui/card'
import { Timeline } from '@/components/ui/timeline'
import { readStudentAcademics } from '@/lib/domain/academics/placements/queries'
import { orNotFound } from '@/lib/platform/page'
import { can } from '@/lib/platform/permissions'
import { showDay, today } from '@/lib/shared/dates'
import type { TabGiven } from './tabs'

export async function academicsTab({ ctx, studentId }: TabGiven) {
  const [{ placements, courses }, t, words, grades] = await Promise.all([
    orNotFound(readStudentAcademics.run(ctx, { studentId })),
    getTranslations('placements'),
    getTranslations('courses'),
    getTranslations('grades'),
  ])
  if (placements.length === 0) return <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>
  const path = `/${ctx.school.slug}/academics/courses`
  const opens = can(ctx.permissions, 'read:students')
  const now = today()
  return (
    <div className="grid grid-cols-1 gap-8">
      {courses.length > 0 && (
        <Section title={t('own.courses')} bare>
          <DataTable
            label={t('own.courses')}
            columns={[
              { key: 'subject', header: words('subject') },
              { key: 'teachers', header: words('teachers') },
              { key: 'area', header: t('own.area'), phone: 'hide', muted: true },
              { key: 'hours', header: words('weeklyHours'), kind: 'number', phone: 'hide' },
            ]}
            rows={courses.map(({ id, subject, teachers, area, weeklyHours, validFrom }) => ({
              id: `${id} ${validFrom}`,
              ...(opens ? { href: `${path}/${id}` } : {}),
              cells: {
                subject,
                teachers: teachers ?? words('none'),
                area,
                hours: words('hours', { hours: weeklyHours }),
              },
            }))}
          />
        </Section>
      )}
      <Section title={t('own.history')}>
        <Timeline
          items={placements.map(({ id, groupCode, gradeLevel, yearName, validFrom, validTo, reason }) => ({
            id,
            text: `${placeOf(gradeLevel, groupCode, grades)} · ${yearName}`,
            when: `${showDay(validFrom)} – ${validTo === null || validTo >= now ? words('now') : showDay(validTo)}`,
            ...(reason ? { detail: reason } : {}),
          }))}
        />
      </Section>
    </div>
  )
}
