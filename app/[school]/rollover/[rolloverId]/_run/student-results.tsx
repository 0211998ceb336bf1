import { getTranslations } from 'next-intl/server'
import { FilterBar } from '@/components/layout/filter-bar'
import { StatusBadge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Pagination } from '@/components/ui/pagination'
import type { Tone } from '@/components/ui/tone'
import { outcomes, problems } from '@/lib/domain/rollovers/rules'
import type { PlannedStudent, RolloverDetail, StudentList } from '@/lib/domain/rollovers/schema'
import { StudentRows } from '../_steps/student-rows'
import { statuses, type WantedStudents } from './wanted-students'

type Props = { slug: string; rollover: RolloverDetail; path: string; given: WantedStudents; students: StudentList }

const tones: Record<(typeof statuses)[number], Tone> = {
  done: 'ok',
  skipped: 'danger',
  kept: 'warning',
  undone: 'neutral',
}

/** Every student by name: where the plan leads and what the run did. */
export async function StudentResults({ slug, rollover, path, given: { cursor, ...given }, students }: Props) {
  const t = await getTranslations('rollovers')
  const { items, nextCursor, total } = students
  const years = { from: rollover.fromYear.name, to: rollover.toYear.name }
  const from = Number(cursor ?? 0)
  const next = new URLSearchParams({ step: 'run', ...given, cursor: nextCursor ?? '' })
  const before = new URLSearchParams({ step: 'run', ...given, cursor: String(Math.max(0, from - 50)) })
  const result = ({ result: done, otherEnrollmentId }: PlannedStudent) =>
    done && (
      <span className="flex flex-wrap items-center gap-2">
        <StatusBadge tone={tones[done.status as 'done']}>{t(`resultStatus.${done.status as 'done'}`)}</StatusBadge>
        {otherEnrollmentId && (
          <a className="link" href={`/${slug}/enrollments/${otherEnrollmentId}`}>
            {t('openEnrollment', { year: years.to })}
          </a>
        )}
      </span>
    )
  return (
    <Section title={t(rollover.run ? 'results.students' : 'trial.students')} id="students">
      <div className="grid gap-4">
        <FilterBar
          path={path}
          params={{ step: 'run', ...given }}
          keep={['step']}
          passing
          search={{ name: 'q', label: t('exceptions.search') }}
          filters={[
            {
              name: 'outcome',
              label: t('column.what'),
              options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
            },
            {
              name: 'problem',
              label: t('trial.problemsTitle'),
              options: problems.map((value) => ({ value, label: t(`problemShort.${value}`) })),
            },
            {
              name: 'result',
              label: t('results.title'),
              options: statuses.map((value) => ({ value, label: t(`resultStatus.${value}`) })),
            },
          ]}
          count={t('students', { count: total })}
        />
        {items.length === 0 ? (
          <p className="text-muted">{t('exceptions.none')}</p>
        ) : (
          <StudentRows
            slug={slug}
            caption={t(rollover.run ? 'results.students' : 'trial.students')}
            items={items}
            years={years}
            {...(rollover.run ? { doing: result } : {})}
          />
        )}
        <Pagination
          previous={from > 0 ? `${path}?${before}#students` : null}
          next={nextCursor ? `${path}?${next}#students` : null}
        />
      </div>
    </Section>
  )
}
