import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PromotionChoice } from '@/lib/domain/meetings/rules'
import type { MeetingStudent } from '@/lib/domain/meetings/students/schema'
import { showDay } from '@/lib/shared/dates'
import { figure } from './figure'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** What is on file about a student beside the marks: absences, recoveries, observations, what earlier meetings said. */
export function StudentFile({ student, locale }: { student: MeetingStudent; locale: string }) {
  const [t, words] = [useTranslations('meetings.present'), useTranslations('meetings')]
  const { absences, recoveries, observations, decisions } = student
  const earlier = decisions.filter(({ here }) => !here)
  return (
    <>
      <Part title={t('absences')}>
        <p>
          {t('absencesText', { unjustified: absences.unjustified, justified: absences.justified })}
          {absences.percent && ` · ${t('absencesPercent', { percent: figure(absences.percent, locale) })}`}
        </p>
      </Part>
      {recoveries.length > 0 && (
        <Part title={t('recoveries')}>
          <ul>
            {recoveries.map(({ subject, period, original, result, status }) => {
              const values = { subject, period: period ?? t('wholeYear'), original: figure(original, locale) }
              return (
                <li key={`${subject} ${period}`}>
                  {status === 'done' && result
                    ? t('recovery', { ...values, result: figure(result, locale) })
                    : t('recoveryPlanned', values)}
                </li>
              )
            })}
          </ul>
        </Part>
      )}
      {observations.length > 0 && (
        <Part title={t('observations')}>
          <ul>
            {observations.map(({ period, text }) => (
              <li key={period}>
                <strong>{period}:</strong> {text}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {earlier.length > 0 && (
        <Part title={t('earlier')}>
          <ul>
            {earlier.map(({ id, heldOn, kind, decision, reason }) => (
              <li key={id}>
                <strong>
                  {showDay(heldOn)}, {words(`kind.${kind}`)}:
                </strong>{' '}
                {kind === 'promotion' ? words(`promotion.${decision as PromotionChoice}`) : decision}. {reason}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}
