import type { ReactNode } from 'react'
import { cx } from './cx'

/**
 * A small table of a fixed number of rows, written as plain thead/tbody/tr/th/td: the classes sit on the table.
 * `data-kind="number"` on th/td aligns right. Long lists use layout/data-table.
 */
export function Table({ caption, className, children }: { caption: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls sideways, the keyboard must be able to scroll it
    <section className={cx('card self-start overflow-x-auto', className)} tabIndex={0} aria-label={caption}>
      <table className="table rounded">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}
