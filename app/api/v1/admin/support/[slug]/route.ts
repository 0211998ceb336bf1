import { readSupport } from '@/lib/domain/schools/support/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readSupport, { summary: 'List the support visits of a school', tags: ['admin'] })
