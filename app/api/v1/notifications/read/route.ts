import { markRead } from '@/lib/domain/notifications/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(markRead, { summary: 'Mark as read, some or all', tags: ['notifications'] })
