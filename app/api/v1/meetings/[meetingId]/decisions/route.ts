import { createDecision } from '@/lib/domain/meetings/decisions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(createDecision, {
  status: 201,
  summary: 'Write down a decision about a student',
  tags: ['meetings'],
})
