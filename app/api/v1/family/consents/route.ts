import { acceptConsent } from '@/lib/domain/families/consents/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(acceptConsent, {
  summary: 'Accept one consent text for one child',
  tags: ['family'],
  audience: 'family',
  status: 201,
})
