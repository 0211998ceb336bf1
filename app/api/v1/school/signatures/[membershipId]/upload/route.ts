import { prepareSignature } from '@/lib/domain/papers/signatures/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(prepareSignature, {
  summary: 'Get a ticket to upload the picture of a signature',
  tags: ['school'],
  status: 201,
})
