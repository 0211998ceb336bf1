import { offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(offerFile, {
  summary: "Register a file of the guardian's child and get a presigned address to put it to",
  tags: ['family'],
  audience: 'family',
  status: 201,
})
