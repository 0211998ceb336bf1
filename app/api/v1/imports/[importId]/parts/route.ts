import { writePart } from '@/lib/domain/imports/running/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(writePart, {
  summary: 'Write one portion: called by the job; safe to repeat',
  tags: ['imports'],
})
