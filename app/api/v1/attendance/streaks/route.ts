import { listStreaks } from '@/lib/domain/attendance/summary/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listStreaks, { summary: 'Who is away now, days in a row', tags: ['attendance'] })
