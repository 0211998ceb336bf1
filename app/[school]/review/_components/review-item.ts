import type { RejectionCode } from '@/lib/domain/enrollments/documents/schema'

/** One document of the queue, ready to be read: every text is made on the server. */
export type ReviewItem = {
  documentId: string
  version: number
  enrollmentId: string
  student: string
  name: string
  required: boolean
  /** "hace 2 h" */
  waiting: string
  place: string
  facts: { term: string; value: string }[]
  mustShow: string | null
  earlier: { code: RejectionCode; note: string | null }[]
  file: { id: string; fileName: string; contentType: string }
}
