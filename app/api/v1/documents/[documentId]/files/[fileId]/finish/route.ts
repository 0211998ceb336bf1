import { confirmFile } from '@/lib/domain/enrollments/documents/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(confirmFile, {
  summary: 'Let the server check a file that was put to the store',
  description: '`accepted` false says why the file was refused; the document stays as it was.',
  tags: ['documents'],
})
