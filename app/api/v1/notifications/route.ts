import { listNotifications } from '@/lib/domain/notifications/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listNotifications, {
  summary: 'What this person was told, newest first',
  tags: ['notifications'],
})
