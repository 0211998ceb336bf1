import { createGroup } from '@/lib/domain/academics/groups/commands'
import { listGroups } from '@/lib/domain/academics/groups/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listGroups, {
  summary: 'The class groups of a year with their occupancy',
  tags: ['academics'],
})
export const POST = endpoint(createGroup, { summary: 'Add a class group', tags: ['academics'], status: 201 })
