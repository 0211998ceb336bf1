import { rejectDocument } from '@/lib/domain/enrollments/documents/review/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(rejectDocument, {
  summary: 'Return a document with a reason; the family gets a mail with a fresh link',
  tags: ['documents'],
})
