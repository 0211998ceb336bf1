'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { Field } from './field'
import { Input } from './input'

type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  children?: ReactNode
  /** The verb: "Borrar a Sofía Ríos". */
  confirm: string
  /** What must be typed first; only where there is no way back. */
  typed?: string
  danger?: boolean
  pending?: boolean
  onConfirm: () => void
}

/** Prefer undo; this is for what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, confirm, typed, danger, pending, onConfirm } = props
  const t = useTranslations('ui')
  const [text, setText] = useState('')
  const blocked = typed !== undefined && text.trim() !== typed
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} disabled={blocked} loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {children}
        {typed !== undefined && (
          <Field name="confirmation" label={t('typeToConfirm', { text: typed })}>
            <Input value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
          </Field>
        )}
      </div>
    </Dialog>
  )
}
