'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Toaster as Sonner, toast as show } from 'sonner'
import type { ToastMessage } from './toast'
import { ToneIcon } from './tone'

export type ToasterViewProps = { messages: readonly ToastMessage[]; onShown: () => void }

export function ToasterView({ messages, onShown }: ToasterViewProps) {
  const t = useTranslations('ui')
  useEffect(() => {
    if (messages.length === 0) return
    for (const { id, text, tone, detail, action, duration } of messages) {
      show(text, {
        id,
        description: detail,
        action,
        duration: duration ?? (action ? 10_000 : 4_000),
        icon: (
          <span className={`toast-icon text-${tone}`}>
            <ToneIcon tone={tone} />
          </span>
        ),
      })
    }
    onShown()
  }, [messages, onShown])
  return (
    <Sonner
      containerAriaLabel={t('notices')}
      position="bottom-center"
      mobileOffset={{ bottom: 76 }}
      closeButton
      visibleToasts={4}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: t('close'),
        classNames: {
          toast: 'toast',
          title: 'font-medium',
          description: 'text-sm text-muted',
          actionButton: 'btn btn-secondary btn-sm ml-auto',
          closeButton: 'toast-close',
        },
      }}
    />
  )
}
