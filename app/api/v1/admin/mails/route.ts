import { listPlatformMails } from '@/lib/domain/mails/platform/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listPlatformMails, { summary: 'List the platform’s outbox', tags: ['admin'] })
