import { clearException, saveException } from '@/lib/domain/rollovers/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveException, {
  summary: 'Another way for one student than the plan’s',
  tags: ['rollovers'],
})
export const DELETE = endpoint(clearException, { summary: 'Remove a student’s exception', tags: ['rollovers'] })
