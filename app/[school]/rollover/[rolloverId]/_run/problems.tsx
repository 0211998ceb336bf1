import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import type { PlannedStudent, TrialResult } from '@/lib/domain/rollovers/schema'

type Props = {
  slug: string
  path: string
  problems: TrialResult['problems']
}
type Problem = TrialResult['problems'][number]['problem']

const SHOWN = 12
/** One below the other on a phone, each high enough for a finger. */
const named = 'link max-md:inline-flex max-md:min-h-11 max-md:items-center'

/** Those who are not taken along, by reason, each with the way to what mends it. */
export async function Problems({ slug, path, problems }: Props) {
  const [t, grades] = await Promise.all([getTranslations('rollovers'), getTranslations('grades')])
  const meetings = `/${slug}/meetings`
  const exception = ({ name }: PlannedStudent) => `${path}?step=exceptions&q=${encodeURIComponent(name)}`
  const mend: Record<Problem, (student: PlannedStudent) => string> = {
    undecided: exception,
    pendingDecision: exception,
    notActive: ({ enrollmentId }) => `/${slug}/enrollments/${enrollmentId}`,
    inactive: ({ studentId }) => `/${slug}/students/${studentId}`,
    noNextGrade: exception,
    noDestination: () => `${path}?step=destinations`,
    groupGone: () => `${path}?step=destinations`,
    alreadyEnrolled: ({ otherEnrollmentId }) => `/${slug}/enrollments/${otherEnrollmentId}`,
    workedOn: ({ otherEnrollmentId }) => `/${slug}/enrollments/${otherEnrollmentId}`,
    failed: ({ enrollmentId }) => `/${slug}/enrollments/${enrollmentId}`,
  }
  const general: Partial<Record<Problem, string>> = {
    undecided: meetings,
    pendingDecision: meetings,
    noDestination: `${path}?step=destinations`,
    groupGone: `${path}?step=destinations`,
  }
  return (
    <Section title={t('trial.problemsTitle')}>
      <div className="grid gap-5">
        {problems.map(({ problem, count, students }) => (
          <section key={problem} className="grid gap-1" aria-labelledby={`problem-${problem}`}>
            <h3 id={`problem-${problem}`} className="font-semibold">
              {t(`problem.${problem}.title`, { count })}
            </h3>
            <p className="text-muted">
              {t(`problem.${problem}.text`)}{' '}
              {general[problem] && (
                <a className="link" href={general[problem]}>
                  {t(`problem.${problem}.mend`)}
                </a>
              )}
            </p>
            <ul className="flex flex-wrap gap-x-4 gap-y-1 max-md:gap-y-0">
              {students.slice(0, SHOWN).map((student) => (
                <li key={student.enrollmentId}>
                  <a className={named} href={mend[problem](student)}>
                    {student.name}
                  </a>{' '}
                  <span className="text-sm text-muted">
                    {student.groupCode ?? grades(`short.${student.gradeLevel as '6'}`)}
                  </span>
                </li>
              ))}
              {count > SHOWN && (
                <li>
                  <a className={named} href={`${path}?step=run&problem=${problem}#students`}>
                    {t('seeAll', { count })}
                  </a>
                </li>
              )}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  )
}
