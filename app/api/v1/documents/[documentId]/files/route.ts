import { offerFile } from '@/lib/domain/enrollments/documents/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(offerFile, {
  summary: 'Register a file and get a presigned address to put it to',
  description:
    'Send the bytes with PUT to `url` within 300 s, with exactly the headers of the answer, then finish the file. Length, type and SHA-256 are part of the signature.',
  tags: ['documents'],
  status: 201,
})
