import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/card'
import { Timeline } from '@/components/ui/timeline'
import type { Checklist } from '@/lib/domain/closing/schema'
import type { PeriodStatus } from '@/lib/domain/years/schema'
import { formatMoment, relativeTime } from '@/lib/shared/dates'

/** Who opened, closed and published the period, and why it was opened again. */
export async function PeriodHistory({ moves, locale }: { moves: Checklist['moves']; locale: string }) {
  const [t, years] = await Promise.all([getTranslations('closing'), getTranslations('years')])
  if (moves.length === 0) return null
  const name = (status: string) => years(`periodStatus.${status as PeriodStatus}`)
  return (
    <Section title={t('history')}>
      <Timeline
        items={moves.map(({ from, to, reason, by, at }) => ({
          id: at + to,
          text: t('moved', { by: by ?? t('somebody'), from: name(from), to: name(to) }),
          when: relativeTime(new Date(at), undefined, locale),
          at,
          detail: reason ?? formatMoment(new Date(at)),
        }))}
      />
    </Section>
  )
}
