import { startSupport } from '@/lib/domain/schools/support/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(startSupport, {
  summary: 'Enter a school for support: with a reason, for a limited time',
  tags: ['admin'],
  status: 201,
})
