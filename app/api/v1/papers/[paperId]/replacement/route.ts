import { replaceCertificate } from '@/lib/domain/papers/certificates/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(replaceCertificate, {
  summary: 'Issue a corrected certificate in place of another',
  tags: ['papers'],
  status: 201,
})
