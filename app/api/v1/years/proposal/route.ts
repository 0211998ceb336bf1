import { proposeNextYear } from '@/lib/domain/years/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(proposeNextYear, { summary: 'Usual dates for the next school year', tags: ['years'] })
