import { readPlatformMail } from '@/lib/domain/mails/platform/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readPlatformMail, { summary: 'Read one mail of the platform', tags: ['admin'] })
