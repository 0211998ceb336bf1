import { decideExcuse } from '@/lib/domain/attendance/excuses/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(decideExcuse, { summary: 'Accept or reject an excuse', tags: ['attendance'] })
