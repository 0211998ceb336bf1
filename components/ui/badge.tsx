import type { ReactNode } from 'react'
import { type Tone, ToneIcon } from './tone'

/** A plain label. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge tone-${tone}`}>{children}</span>
}

/** A state: colour, sign and word together. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`badge tone-${tone}`}>
      <ToneIcon tone={tone} />
      {children}
    </span>
  )
}
