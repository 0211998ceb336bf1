import { listOwnCards } from '@/lib/domain/report-cards/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listOwnCards, {
  summary: 'Published report cards of the caller or the caller’s children',
  tags: ['report-cards'],
})
