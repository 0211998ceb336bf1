'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { useRef } from 'react'
import type { DialogPlace, DialogProps } from './dialog'
import { IconButton } from './icon-button'

export function DialogPanel(props: DialogProps & { place: DialogPlace }) {
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
