import { updateGroup } from '@/lib/domain/academics/groups/commands'
import { readGroup } from '@/lib/domain/academics/groups/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readGroup, { summary: 'One class group', tags: ['academics'] })
export const PATCH = endpoint(updateGroup, {
  summary: 'Change a class group; enrollments follow its code',
  tags: ['academics'],
})
