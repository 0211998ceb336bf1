import { countFigures } from '@/lib/domain/schools/figures/commands'
import { readFigures } from '@/lib/domain/schools/figures/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readFigures, {
  summary: 'Figures of all schools, or of one, as last counted',
  tags: ['admin'],
})
export const POST = endpoint(countFigures, { summary: 'Count all schools, or one, now', tags: ['admin'], status: 202 })
