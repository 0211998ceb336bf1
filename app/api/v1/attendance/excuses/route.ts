import { createExcuse } from '@/lib/domain/attendance/excuses/commands'
import { listExcuses } from '@/lib/domain/attendance/excuses/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listExcuses, { summary: 'List excuses', tags: ['attendance'] })
export const POST = endpoint(createExcuse, { summary: 'Enter an excuse', tags: ['attendance'], status: 201 })
