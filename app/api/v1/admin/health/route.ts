import { platformHealth } from '@/lib/domain/jobs/platform/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(platformHealth, { summary: 'Queues, mails, store and database', tags: ['admin'] })
