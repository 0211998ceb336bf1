import { saveSignature } from '@/lib/domain/papers/signatures/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(saveSignature, {
  summary: 'Change how a member signs, and which papers',
  tags: ['school'],
})
