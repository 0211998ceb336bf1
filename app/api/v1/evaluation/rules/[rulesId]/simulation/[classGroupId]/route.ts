import { simulateRules } from '@/lib/domain/evaluation/simulation/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(simulateRules, {
  summary: 'See who of a group would change level or promotion',
  tags: ['evaluation'],
})
