import { readYearOverview } from '@/lib/domain/years/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readYearOverview, {
  summary: 'What is open in a school year, and its own days',
  tags: ['years'],
})
