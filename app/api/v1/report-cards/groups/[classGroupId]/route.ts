import { listGroupCards } from '@/lib/domain/report-cards/batch/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listGroupCards, {
  summary: 'Students of a group and their report cards',
  tags: ['report-cards'],
})
