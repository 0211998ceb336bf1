import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div className="grid max-w-3xl gap-6">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-56" />
      <Skeleton className="h-48" />
    </div>
  )
}
