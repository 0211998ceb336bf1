import { historyOfMark } from '@/lib/domain/attendance/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(historyOfMark, { summary: 'Read what a mark was before', tags: ['attendance'] })
