import { issueCertificate } from '@/lib/domain/papers/certificates/commands'
import { listPapers } from '@/lib/domain/papers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listPapers, { summary: 'List issued papers', tags: ['papers'] })
export const POST = endpoint(issueCertificate, {
  summary: 'Issue a numbered, signed certificate',
  tags: ['papers'],
  status: 201,
})
