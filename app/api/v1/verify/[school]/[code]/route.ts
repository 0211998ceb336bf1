import { verifyPaper } from '@/lib/domain/papers/verification/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(verifyPaper, {
  summary: 'Whether a paper is genuine and in force; open to everybody',
  tags: ['papers'],
})
