import type { ReactNode } from 'react'
import { cx } from './cx'
import { type Tone, ToneIcon } from './tone'

type CalloutProps = {
  tone?: Exclude<Tone, 'neutral'>
  title?: ReactNode
  children?: ReactNode
  /** What the person can do about it, at the end. */
  actions?: ReactNode
  /** Announce at once when it appears. */
  live?: boolean
  className?: string
}

export function Callout({ tone = 'info', title, children, actions, live, className }: CalloutProps) {
  return (
    <div className={cx('callout', `tone-${tone}`, className)} role={live ? 'alert' : undefined}>
      <ToneIcon tone={tone} />
      <div className="callout-body">
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
