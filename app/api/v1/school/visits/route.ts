import { listVisits } from '@/lib/domain/schools/support/own/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listVisits, { summary: 'Support visits in the own school', tags: ['school'] })
