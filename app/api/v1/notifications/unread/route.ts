import { countUnread } from '@/lib/domain/notifications/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(countUnread, { summary: 'Count what is not read yet', tags: ['notifications'] })
