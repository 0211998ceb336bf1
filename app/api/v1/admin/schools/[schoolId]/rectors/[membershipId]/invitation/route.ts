import { resendRector } from '@/lib/domain/schools/platform/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(resendRector, { summary: 'Send a rector’s invitation once more', tags: ['admin'] })
