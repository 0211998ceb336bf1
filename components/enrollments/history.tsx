import { useLocale, useTranslations } from 'next-intl'
import { Timeline, type TimelineItem } from '@/components/ui/timeline'
import type { EnrollmentDetail } from '@/lib/domain/enrollments/schema'
import { formatDay, formatMoment, relativeTime } from '@/lib/shared/dates'
import { historyWording } from './history-wording'

/** Who did what, when and why, in sentences, the newest first. */
export function EnrollmentHistory({ history, now }: { history: EnrollmentDetail['history']; now: Date }) {
  const t = useTranslations('enrollments.history')
  const locale = useLocale()
  const items = history.map((entry, index): TimelineItem => {
    const { sentence, ownReason } = historyWording(entry, history[index + 1]?.status)
    const at = new Date(entry.at)
    const known = Number.isNaN(at.getTime()) ? null : at
    return {
      id: `${history.length - index}`,
      text: t(sentence, {
        by: entry.by ?? t('somebody'),
        date: entry.commitmentDueOn ? formatDay(entry.commitmentDueOn, locale) : '',
      }),
      when: known ? relativeTime(known, now, locale) : '',
      at: entry.at,
      detail: [known && formatMoment(known), ownReason && t('reason', { reason: ownReason })]
        .filter(Boolean)
        .join(' · '),
    }
  })
  return <Timeline items={items} />
}
