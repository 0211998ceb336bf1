import { placeStudents } from '@/lib/domain/academics/placements/commands'
import { listGroupStudents } from '@/lib/domain/academics/placements/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listGroupStudents, {
  summary: 'List the students of a group, and who left it',
  tags: ['placements'],
})
export const POST = endpoint(placeStudents, {
  summary: 'Put students who sit in no group into this one and its courses',
  tags: ['placements'],
})
