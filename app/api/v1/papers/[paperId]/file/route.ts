import { openPaper } from '@/lib/domain/papers/files/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(openPaper, {
  summary: 'A short-lived address of the PDF of a certificate',
  tags: ['papers'],
})
