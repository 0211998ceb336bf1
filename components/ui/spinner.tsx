import { cx } from './cx'

/** Only for the eye; the element that waits says so itself (aria-busy). */
export function Spinner({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('spinner', className)} />
}
