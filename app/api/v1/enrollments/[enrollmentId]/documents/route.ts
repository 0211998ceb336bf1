import { listDocuments } from '@/lib/domain/enrollments/documents/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listDocuments, {
  summary: 'List the documents of an enrollment, with every file that was sent for them',
  tags: ['documents'],
})
