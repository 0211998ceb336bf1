import { listCopySources } from '@/lib/domain/schools/opening/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listCopySources, { summary: 'List schools whose set-up can be copied', tags: ['admin'] })
