import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div className="form-width grid gap-4">
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-56 w-full" />
    </div>
  )
}
