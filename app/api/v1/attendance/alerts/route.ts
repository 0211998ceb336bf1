import { readAlerts } from '@/lib/domain/attendance/summary/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readAlerts, { summary: 'Who is away too often', tags: ['attendance'] })
