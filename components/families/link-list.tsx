import { useLocale, useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import type { LinkRow, LinkState } from '@/lib/domain/families/schema'
import type { ActionResult } from '@/lib/platform/result'
import { dayOf, formatDay, relativeTime } from '@/lib/shared/dates'
import { RevokeLink } from './revoke-link'

const tones: Record<LinkState, Tone> = { valid: 'ok', expired: 'neutral', revoked: 'danger', used_up: 'warning' }

type LinkListProps = {
  school: string
  items: readonly LinkRow[]
  /** Without it the list only shows. */
  revoke?: (school: string, input: unknown) => Promise<ActionResult<{ ok: true }>>
  now?: Date
}

/** The links that a guardian was given and what became of each. Put it inside ClientMessages with `families`. */
export function LinkList({ school, items, revoke, now = new Date() }: LinkListProps) {
  const t = useTranslations('families')
  const locale = useLocale()
  if (items.length === 0) return <p className="text-muted">{t('links.empty')}</p>
  const ago = (moment: string) => relativeTime(new Date(moment), now, locale)
  return (
    <ul className="divide-y divide-border">
      {items.map((link) => (
        <li key={link.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
          <div className="min-w-0 flex-1 basis-52">
            <p>
              {t(`channel.${link.channel}`)} ·{' '}
              {t('links.created', { when: ago(link.createdAt), who: link.createdBy ?? '—' })}
            </p>
            <p className="text-sm text-muted">
              {link.useCount === 0 ? t('links.never') : t('links.opened', { count: link.useCount })}
              {link.lastUsedAt && ` · ${t('links.lastOpened', { when: ago(link.lastUsedAt) })}`}
              {link.state === 'valid' &&
                ` · ${t('links.expires', { day: formatDay(dayOf(new Date(link.expiresAt)), locale, 'short') })}`}
            </p>
          </div>
          <StatusBadge tone={tones[link.state]}>{t(`linkState.${link.state}`)}</StatusBadge>
          {link.state === 'valid' && revoke && <RevokeLink school={school} linkId={link.id} action={revoke} />}
        </li>
      ))}
    </ul>
  )
}
