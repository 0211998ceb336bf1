'use client'

import { Mail, MessageCircle, QrCode } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import type { LinkChannel, NewLink } from '@/lib/domain/families/schema'
import { MadeLink } from './made-link'
import type { SendLinkProps } from './send-link'

type SendLinkDialogProps = Omit<SendLinkProps, 'variant' | 'size'> & { onClose: () => void }

export function SendLinkDialog({ school, guardian, action, onClose }: SendLinkDialogProps) {
  const t = useTranslations('families.send')
  const ui = useTranslations('ui')
  const router = useRouter()
  const [revokeOthers, setRevokeOthers] = useState(false)
  const [busy, setBusy] = useState<LinkChannel | null>(null)
  const [trouble, setTrouble] = useState('')
  const [made, setMade] = useState<{ channel: LinkChannel; link: NewLink } | null>(null)

  async function create(channel: LinkChannel) {
    setBusy(channel)
    setTrouble('')
    const input = { guardianId: guardian.id, channel, ...(revokeOthers ? { revokeOthers } : {}) }
    const result = await action(school, input).catch(() => null)
    setBusy(null)
    if (!result?.ok) return setTrouble(result?.error.message ?? ui('offlineTitle'))
    setMade({ channel, link: result.data })
    router.refresh()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: guardian.name })}
      description={t('intro')}
      footer={made && <Button onClick={() => setMade(null)}>{t('another')}</Button>}
    >
      {made ? (
        <MadeLink channel={made.channel} link={made.link} name={guardian.name} />
      ) : (
        <div className="grid gap-3">
          {trouble && (
            <Callout tone="danger" live>
              {trouble}
            </Callout>
          )}
          <Way
            icon={<Mail aria-hidden="true" />}
            label={t('email')}
            help={guardian.email ? t('emailHelp', { email: guardian.email }) : t('emailNone')}
            disabled={!guardian.email}
            loading={busy === 'email'}
            onClick={() => create('email')}
          />
          <Way
            icon={<MessageCircle aria-hidden="true" />}
            label={t('whatsapp')}
            help={t('whatsappHelp')}
            loading={busy === 'whatsapp'}
            onClick={() => create('whatsapp')}
          />
          <Way
            icon={<QrCode aria-hidden="true" />}
            label={t('qr')}
            help={t('qrHelp')}
            loading={busy === 'qr'}
            onClick={() => create('qr')}
          />
          <Checkbox
            label={t('revokeOthers')}
            checked={revokeOthers}
            onChange={(event) => setRevokeOthers(event.target.checked)}
          />
        </div>
      )}
    </Dialog>
  )
}

type WayProps = {
  icon: ReactNode
  label: string
  help: string
  disabled?: boolean
  loading: boolean
  onClick: () => void
}

function Way({ icon, label, help, disabled, loading, onClick }: WayProps) {
  return (
    <Button
      size="lg"
      className="justify-start! py-2 text-left"
      icon={icon}
      disabled={disabled}
      loading={loading}
      onClick={onClick}
    >
      <span className="grid">
        <span>{label}</span>
        <span className="text-sm font-normal whitespace-normal text-muted">{help}</span>
      </span>
    </Button>
  )
}
