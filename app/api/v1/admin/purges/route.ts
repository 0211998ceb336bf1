import { listPurges } from '@/lib/domain/schools/removal/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listPurges, { summary: 'List removals of schools', tags: ['admin'] })
