import { getTranslations } from 'next-intl/server'
import { rolloverTones } from '@/components/rollovers/tones'
import { StatusBadge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import type { RolloverStatus } from '@/lib/domain/rollovers/schema'
import type { YearOverview } from '@/lib/domain/years/schema'

/** The step to the next year: where it stands, or the way to prepare it. */
export async function RolloverCard({ slug, rollover }: { slug: string; rollover: YearOverview['rollover'] }) {
  const t = await getTranslations('rollovers')
  if (!rollover)
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{t('card.none')}</p>
        <LinkButton href={`/${slug}/rollover`}>{t('card.prepare')}</LinkButton>
      </div>
    )
  const status = rollover.status as RolloverStatus
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t('card.from', rollover)}</span>
        <StatusBadge tone={rolloverTones[status]}>{t(`status.${status}`)}</StatusBadge>
        {rollover.waiting > 0 && <span className="text-muted">{t('card.waiting', { count: rollover.waiting })}</span>}
      </p>
      <LinkButton href={`/${slug}/rollover/${rollover.id}`}>{t('card.open')}</LinkButton>
    </div>
  )
}
