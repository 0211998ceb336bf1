import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div className="grid max-w-[45rem] gap-6">
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-20" />
      <Skeleton className="h-40" />
    </div>
  )
}
