import { undoPart } from '@/lib/domain/imports/undo/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(undoPart, {
  summary: 'Take one portion back: called by the job; safe to repeat',
  tags: ['imports'],
})
