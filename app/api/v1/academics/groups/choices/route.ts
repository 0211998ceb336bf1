import { readGroupChoices } from '@/lib/domain/academics/groups/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readGroupChoices, {
  summary: 'Plans and directors that a group of the year can have',
  tags: ['academics'],
})
