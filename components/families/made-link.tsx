'use client'

import { MessageCircle } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import type { LinkChannel, NewLink } from '@/lib/domain/families/schema'
import { dayOf, formatDay } from '@/lib/shared/dates'

/** A link that was just made, ready to be handed over in the way that was chosen. */
export function MadeLink({ channel, link, name }: { channel: LinkChannel; link: NewLink; name: string }) {
  const t = useTranslations('families.send')
  const locale = useLocale()
  return (
    <div className="grid gap-3">
      {channel === 'email' && link.mailedTo && (
        <Callout tone="ok" live>
          {t('mailed', { email: link.mailedTo })}
        </Callout>
      )}
      {channel === 'whatsapp' && (
        <>
          <p className="rounded bg-surface-2 p-3 whitespace-pre-line wrap-anywhere">{link.text}</p>
          <div className="flex flex-wrap gap-2">
            <a href={link.whatsappUrl} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
              <MessageCircle aria-hidden="true" />
              {t('openWhatsapp')}
            </a>
            <CopyButton value={link.text} label={t('copyText')} size="md" />
          </div>
        </>
      )}
      {channel === 'qr' && (
        <div className="grid justify-items-center gap-2">
          {/* biome-ignore lint/performance/noImgElement: a picture inside the page, made for this moment */}
          <img src={link.qr} alt={t('qrAlt', { name })} width={260} height={260} className="rounded bg-white" />
          <p className="text-muted">{t('qrHint')}</p>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm text-muted">
          {t('until', { day: formatDay(dayOf(new Date(link.expiresAt)), locale, 'weekday') })}
        </span>
        <CopyButton value={link.url} label={t('copyLink')} />
      </div>
      <p className="text-sm text-muted">{t('once')}</p>
    </div>
  )
}
