import { saveMailed } from '@/lib/domain/notifications/commands'
import { readMailed } from '@/lib/domain/notifications/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readMailed, { summary: 'What comes by mail as well', tags: ['notifications'] })
export const PUT = endpoint(saveMailed, { summary: 'Choose what comes by mail as well', tags: ['notifications'] })
