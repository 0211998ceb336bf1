import { reopenDocument, validateDocument } from '@/lib/domain/enrollments/documents/review/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(validateDocument, { summary: 'Accept a document', tags: ['documents'] })
export const DELETE = endpoint(reopenDocument, { summary: 'Take an acceptance back', tags: ['documents'] })
