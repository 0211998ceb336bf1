import { endSupport } from '@/lib/domain/schools/support/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(endSupport, { summary: 'End a support visit', tags: ['admin'] })
