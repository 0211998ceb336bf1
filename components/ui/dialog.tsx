'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'

/**
 * Most who open a page open none of its dialogs: the machinery comes with the first one. `loading` keeps what waits to itself:
 * without it the page behind would turn into its skeleton meanwhile.
 */
const DialogPanel = dynamic(() => import('./dialog-panel').then((module) => module.DialogPanel), {
  loading: () => null,
})

export type DialogPlace = 'dialog-center' | 'dialog-side'

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

export function Panel(props: DialogProps & { place: DialogPlace }) {
  const [used, setUsed] = useState(props.open)
  if (props.open && !used) setUsed(true)
  return used ? <DialogPanel {...props} /> : null
}
