import { changePlanStatus } from '@/lib/domain/academics/plans/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(changePlanStatus, {
  summary: 'Approve a plan, or return it to draft with a reason',
  tags: ['academics'],
})
