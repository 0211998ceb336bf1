import type { ReactNode } from 'react'
import { cx } from './cx'

type TableProps = {
  caption: string
  className?: string
  /** On a phone each row stands on its own: its heading, and below it every cell behind its `data-label`. */
  stack?: boolean
  children: ReactNode
}

/**
 * A small table of a fixed number of rows, written as plain thead/tbody/tr/th/td: the classes sit on the table.
 * `data-kind="number"` on th/td aligns right. Long lists use layout/data-table.
 */
export function Table({ caption, className, stack, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls sideways, the keyboard must be able to scroll it
    <section className={cx('card self-start overflow-x-auto', className)} tabIndex={0} aria-label={caption}>
      <table className="table rounded" data-stack={stack || undefined}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}
