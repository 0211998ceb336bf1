import { readFigures } from '@/lib/domain/dashboard/figures/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readFigures, {
  summary: 'The school in figures, this week and before',
  tags: ['dashboard'],
})
