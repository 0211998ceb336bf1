import { retryDead } from '@/lib/domain/jobs/platform/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(retryDead, { summary: 'Put a queue’s dead letters back into it', tags: ['admin'] })
