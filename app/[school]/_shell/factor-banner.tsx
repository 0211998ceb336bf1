import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import type { Session } from '@/lib/platform/session'

/** For the days of grace: nobody finds the door closed without having been told. */
export async function FactorBanner({ session: { secondFactor } }: { session: Session }) {
  if (!secondFactor.needed || secondFactor.has || !secondFactor.dueAt) return null
  const [t, format] = await Promise.all([getTranslations('security.banner'), getFormatter()])
  return (
    <div className="mb-4" data-print="hide">
      <Callout tone="warning">
        {t('text', { day: format.dateTime(secondFactor.dueAt, 'dayLong') })}{' '}
        <Link href="/account/second-factor" className="link">
          {t('go')}
        </Link>
      </Callout>
    </div>
  )
}
