import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import type { PlannedStudent } from '@/lib/domain/rollovers/schema'

type Props = {
  slug: string
  caption: string
  items: readonly PlannedStudent[]
  years: { from: string; to: string }
  /** What can be done about a student, in the last column. */
  doing?: (student: PlannedStudent) => ReactNode
}

const tones: Record<PlannedStudent['outcome'], Tone> = {
  promoted: 'ok',
  repeats: 'warning',
  graduates: 'info',
  leaves: 'neutral',
  waits: 'neutral',
}

/** Waiting for a decision is the school's own plan, and who has an enrollment needs none; the rest stands in the way. */
const problemTone = (problem: string): Tone =>
  problem === 'alreadyEnrolled'
    ? 'neutral'
    : problem === 'undecided' || problem === 'pendingDecision'
      ? 'warning'
      : 'danger'

/** Students with where they sit, what was decided and where they go. */
export async function StudentRows({ slug, caption, items, years, doing }: Props) {
  const [t, grades] = await Promise.all([getTranslations('rollovers'), getTranslations('grades')])
  const place = (grade: string | null, group: string | null) => group ?? (grade ? grades(`short.${grade as '6'}`) : '—')
  return (
    <Table caption={caption} stack>
      <thead>
        <tr>
          <th scope="col">{t('column.student')}</th>
          <th scope="col">{t('column.now', { year: years.from })}</th>
          <th scope="col">{t('column.decision')}</th>
          <th scope="col">{t('column.what')}</th>
          <th scope="col">{t('column.then', { year: years.to })}</th>
          {doing && (
            <th scope="col">
              <span className="sr-only">{t('exceptions.change')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((student) => (
          <tr key={student.enrollmentId}>
            <th scope="row" className="whitespace-normal">
              <a className="link" href={`/${slug}/students/${student.studentId}?tab=enrollments`}>
                {student.name}
              </a>
              {student.exception && (
                <span className="block text-sm font-normal text-muted">{student.exception.reason}</span>
              )}
            </th>
            <td data-label={t('column.now', { year: years.from })}>{place(student.gradeLevel, student.groupCode)}</td>
            <td data-label={t('column.decision')}>{t(`decision.${(student.decision ?? 'none') as 'none'}`)}</td>
            <td data-label={t('column.what')}>
              {student.problem ? (
                <StatusBadge tone={problemTone(student.problem)}>{t(`problemShort.${student.problem}`)}</StatusBadge>
              ) : (
                <StatusBadge tone={tones[student.outcome]}>{t(`outcome.${student.outcome}`)}</StatusBadge>
              )}
            </td>
            <td data-label={t('column.then', { year: years.to })}>
              {student.problem ? '—' : place(student.toGrade, student.toGroup)}
            </td>
            {doing && <td className="whitespace-normal">{doing(student)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
