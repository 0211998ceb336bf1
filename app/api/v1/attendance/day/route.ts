import { readDay } from '@/lib/domain/attendance/day/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readDay, { summary: 'The lists of a day and whether each was taken', tags: ['attendance'] })
