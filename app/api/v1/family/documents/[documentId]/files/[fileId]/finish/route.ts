import { confirmFile } from '@/lib/domain/enrollments/documents/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(confirmFile, {
  summary: 'Let the server check a file that the guardian put to the store',
  tags: ['family'],
  audience: 'family',
})
