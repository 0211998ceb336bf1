import type { ReactNode } from 'react'

export type MenuItem =
  | {
      label: string
      icon?: ReactNode
      href?: string
      /** Opens in the same tab as a file, outside the router. */
      download?: boolean
      onSelect?: () => void
      tone?: 'danger'
      disabled?: boolean
      /** Shows which one of a set is on. */
      checked?: boolean
    }
  | { heading: string }
  | 'line'
