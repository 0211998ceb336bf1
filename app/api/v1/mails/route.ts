import { listMails } from '@/lib/domain/mails/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listMails, { summary: 'List the school’s outbox', tags: ['mails'] })
