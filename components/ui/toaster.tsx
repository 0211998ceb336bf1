'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { IconButton } from './icon-button'
import { onToast, type ToastMessage } from './toast'
import { ToneIcon } from './tone'

type Shown = ToastMessage & { id: string }

/** Mount once. Small enough to be always there: when the connection is gone nothing more could be fetched to say so. */
export function Toaster() {
  const t = useTranslations('ui')
  const [shown, setShown] = useState<readonly Shown[]>([])
  const close = useCallback((id: string) => setShown((before) => before.filter((toast) => toast.id !== id)), [])
  useEffect(
    () =>
      onToast((message) => {
        const id = message.id ?? crypto.randomUUID()
        setShown((before) => [...before.filter((toast) => toast.id !== id).slice(-2), { ...message, id }])
      }),
    [],
  )
  return (
    <section aria-label={t('notices')} aria-live="polite" className="toasts" data-print="hide">
      {shown.map((message) => (
        <Toast key={message.id} message={message} onClose={close} />
      ))}
    </section>
  )
}

function Toast({ message, onClose }: { message: Shown; onClose: (id: string) => void }) {
  const { id, tone, text, detail, action, duration } = message
  const t = useTranslations('ui')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stay = () => clearTimeout(timer.current)
  const leave = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onClose(id), duration ?? (action || tone === 'danger' ? 10_000 : 4_000))
  }, [id, duration, action, tone, onClose])
  useEffect(() => {
    leave()
    return () => clearTimeout(timer.current)
  }, [leave])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever reads it holds it; it has no other use of the pointer
    <div className="toast" onPointerEnter={stay} onPointerLeave={leave} onFocus={stay} onBlur={leave}>
      <span className={`toast-icon text-${tone}`}>
        <ToneIcon tone={tone} />
      </span>
      <div role={tone === 'danger' ? 'alert' : undefined} className="min-w-0 flex-1">
        <p className="font-medium">{text}</p>
        {detail && <p className="text-sm text-muted">{detail}</p>}
      </div>
      {action && (
        <button
          type="button"
          className="btn btn-secondary btn-sm flex-none"
          onClick={() => {
            onClose(id)
            action.onClick()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton label={t('close')} icon={<X aria-hidden="true" />} size="sm" onClick={() => onClose(id)} />
    </div>
  )
}
