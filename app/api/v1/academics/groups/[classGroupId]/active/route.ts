import { setGroupActive } from '@/lib/domain/academics/groups/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(setGroupActive, {
  summary: 'Take a group out of use, or back; 409 while students are in it',
  tags: ['academics'],
})
