'use client'

import { type DialogProps, Panel } from './dialog'

/** A panel at the right for a quick look or a short form, without losing the list behind it. */
export function Sheet(props: DialogProps) {
  return <Panel {...props} place="dialog-side" />
}
