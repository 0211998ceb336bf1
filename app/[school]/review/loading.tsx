import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-8 w-48" />
      <div className="grid gap-4 lg:grid-cols-[16rem_minmax(0,1fr)_19rem]">
        <Skeleton className="h-80" />
        <Skeleton className="h-[60dvh] not-lg:hidden" />
        <Skeleton className="h-80 not-lg:hidden" />
      </div>
    </div>
  )
}
