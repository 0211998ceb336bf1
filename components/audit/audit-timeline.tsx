import { useLocale, useTranslations } from 'next-intl'
import { Timeline } from '@/components/ui/timeline'
import type { AuditLine } from '@/lib/domain/audit/schema'
import { sentenceOf } from '@/lib/domain/audit/wording/rules'
import type { AuditWords } from '@/lib/domain/audit/wording/values/rules'
import { relativeTime } from '@/lib/shared/dates'

/** The texts that sentences of the history are made of; in server components only, they are many. */
export function useAuditWords(): AuditWords {
  return {
    t: useTranslations('audit'),
    identity: useTranslations('identity'),
    guardians: useTranslations('guardians'),
    grades: useTranslations('grades'),
    enrollments: useTranslations('enrollments'),
    documents: useTranslations('documents'),
    requirements: useTranslations('requirements'),
    people: useTranslations('people'),
  }
}

/** Who changed what, newest first. */
export function AuditTimeline({ lines }: { lines: readonly AuditLine[] }) {
  const words = useAuditWords()
  const locale = useLocale()
  const now = new Date()
  return (
    <Timeline
      items={lines.map((line) => {
        const { text, details } = sentenceOf(line, words)
        return {
          id: line.id,
          text,
          when: relativeTime(new Date(line.at), now, locale),
          at: line.at,
          detail:
            details.length > 0 ? (
              <ul>
                {details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            ) : undefined,
        }
      })}
    />
  )
}
