import { publishCards } from '@/lib/domain/report-cards/publication/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(publishCards, {
  summary: 'Show the issued report cards to the families',
  tags: ['report-cards'],
})
