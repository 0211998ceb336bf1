import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <main id="main" className="mx-auto grid max-w-[34rem] gap-4 px-4 py-6">
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-28" />
      <Skeleton className="h-28" />
    </main>
  )
}
