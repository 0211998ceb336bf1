import { printStandingCard } from '@/lib/domain/report-cards/batch/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(printStandingCard, {
  summary: 'Print the standing report card of a student',
  tags: ['report-cards'],
})
