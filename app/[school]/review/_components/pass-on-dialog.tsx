'use client'

import { MessageCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import type { PassOn } from './use-desk'

/** Nobody could be written to: the reviewer passes the message on. */
export function PassOnDialog({ notice, onClose }: { notice: PassOn; onClose: () => void }) {
  const t = useTranslations('review')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('copyTitle')}
      description={t('copyIntro', { guardian: notice.guardian })}
      footer={
        <>
          <CopyButton value={notice.text} label={t('copyText')} size="md" />
          <a href={notice.whatsappUrl} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
            <MessageCircle aria-hidden="true" />
            {t('openWhatsapp')}
          </a>
        </>
      }
    >
      <p className="rounded bg-surface-2 p-3 whitespace-pre-line wrap-anywhere">{notice.text}</p>
    </Dialog>
  )
}
