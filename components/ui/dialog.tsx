'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './icon-button'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** Buttons; the primary one last. */
  footer?: ReactNode
  /** Pixels, on screens wider than a phone. */
  width?: number
  /** A click outside or Escape must not lose work. */
  locked?: boolean
}

export function Dialog(props: DialogProps) {
  return <Panel {...props} place="dialog-center" />
}

export function Panel(props: DialogProps & { place: 'dialog-center' | 'dialog-side' }) {
  const { open, onOpenChange, title, description, children, footer, width, locked, place } = props
  const t = useTranslations('ui')
  const opener = useRef<Element>(null)
  const keep = (event: Event) => {
    // Answering a notice is not leaving the dialog.
    if (locked || (event.target instanceof Element && event.target.closest('.toasts'))) event.preventDefault()
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className={`dialog ${place}`}
          style={width ? ({ '--dialog-width': `${width}px` } as React.CSSProperties) : undefined}
          onInteractOutside={keep}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          onEscapeKeyDown={locked ? keep : undefined}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-3 px-(--gutter) pt-4">
            <div>
              <Radix.Title className="text-lg">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-muted">{description}</Radix.Description>}
            </div>
            {!locked && (
              <Radix.Close asChild>
                <IconButton label={t('close')} icon={<X aria-hidden="true" />} size="sm" className="-mr-1" />
              </Radix.Close>
            )}
          </div>
          <div className="dialog-body">{children}</div>
          {footer && <div className="dialog-foot">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
