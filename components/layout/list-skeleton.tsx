import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** What stands in the place of a list until it comes: its title, its filters where it has them, its rows. */
export function ListSkeleton({ filters = false, rows = 12 }: { filters?: boolean; rows?: number }) {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-8 w-56" />
      {filters && <Skeleton className="h-9 w-full max-w-xl" />}
      <SkeletonRows rows={rows} />
    </div>
  )
}
