import { openCard } from '@/lib/domain/report-cards/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(openCard, {
  summary: 'A short-lived address of the PDF of a report card',
  tags: ['report-cards'],
})
