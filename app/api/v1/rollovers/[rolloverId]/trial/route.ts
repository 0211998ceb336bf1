import { tryRollover } from '@/lib/domain/rollovers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(tryRollover, { summary: 'A test run: what a run would do now', tags: ['rollovers'] })
