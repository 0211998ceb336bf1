import type { CSSProperties } from 'react'
import { cx } from './cx'

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx('skeleton', className ?? 'h-4 w-full')} />
}

/** Rows of a list at their final height, so that nothing jumps when they come. One element: every first answer of a page carries it. */
export function SkeletonRows({ rows = 10 }: { rows?: number }) {
  return <div aria-hidden="true" className="card skeleton-rows" style={{ '--rows': rows } as CSSProperties} />
}
