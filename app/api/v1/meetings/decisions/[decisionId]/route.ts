import { removeDecision, updateDecision } from '@/lib/domain/meetings/decisions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updateDecision, { summary: 'Put a decision differently', tags: ['meetings'] })
export const DELETE = endpoint(removeDecision, { summary: 'Take a decision out of open minutes', tags: ['meetings'] })
