import { acceptProposals } from '@/lib/domain/meetings/promotions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(acceptProposals, {
  summary: 'Promote everybody of a group whom the school’s criteria promote',
  tags: ['meetings'],
})
