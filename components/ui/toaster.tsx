'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toaster as Sonner } from 'sonner'
import { ToneIcon } from './tone'

const icons = {
  success: <ToneIcon tone="ok" />,
  info: <ToneIcon tone="info" />,
  warning: <ToneIcon tone="warning" />,
  error: <ToneIcon tone="danger" />,
  close: <X aria-hidden="true" />,
}

const classNames = {
  toast: 'toast',
  content: 'toast-content',
  title: 'font-medium',
  description: 'text-sm text-muted',
  icon: 'toast-icon',
  actionButton: 'btn btn-secondary btn-sm flex-none',
  closeButton: 'btn btn-ghost btn-icon btn-sm toast-close',
}

/** Mount once in each frame, never lazily: when the connection is gone nothing more could be fetched to say so. */
export function Toaster() {
  const t = useTranslations('ui')
  return (
    <Sonner
      position="bottom-center"
      closeButton
      icons={icons}
      containerAriaLabel={t('notices')}
      offset="1.5rem"
      mobileOffset={{ bottom: 'calc(4.5rem + env(safe-area-inset-bottom))' }}
      toastOptions={{ unstyled: true, classNames, closeButtonAriaLabel: t('close') }}
    />
  )
}
