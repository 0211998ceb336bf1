import { cx } from './cx'

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx('skeleton', className ?? 'h-4 w-full')} />
}

/** Rows of a list at their final height, so that nothing jumps when they come. */
export function SkeletonRows({ rows = 10 }: { rows?: number }) {
  return (
    <div aria-hidden="true" className="card">
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells these rows apart
        <div key={i} className="flex h-15 items-center gap-4 border-b border-border px-3 last:border-0 md:h-(--row)">
          <div className="skeleton h-3 w-2/5 md:w-1/4" />
          <div className="skeleton h-3 w-1/6" />
          <div className="skeleton ml-auto h-3 w-1/12" />
        </div>
      ))}
    </div>
  )
}
