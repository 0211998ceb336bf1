import { listUnplaced } from '@/lib/domain/academics/placements/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listUnplaced, {
  summary: "List students of the group's grade who sit in no group",
  tags: ['placements'],
})
