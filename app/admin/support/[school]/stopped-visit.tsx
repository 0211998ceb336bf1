import { getFormatter, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import type { SupportVisit } from '@/lib/domain/schools/support/schema'

const aDay = 24 * 3_600_000

/** For a visitor whom the school has shown out: who, when and why, where the next click leads. Nothing otherwise. */
export async function StoppedVisit({ visits }: { visits: SupportVisit[] }) {
  const last = visits.find(({ isMine }) => isMine)
  if (!last?.endedBy || !last.endedAt || Date.now() - Date.parse(last.endedAt) > aDay) return null
  const [t, format] = await Promise.all([getTranslations('support'), getFormatter()])
  const time = format.dateTime(new Date(last.endedAt), 'time')
  return (
    <Callout tone="warning" title={t('stoppedTitle', { by: last.endedBy, time })}>
      {last.endNote && <p>{t('stoppedNote', { note: last.endNote })}</p>}
      <p>{t('stoppedText')}</p>
    </Callout>
  )
}
