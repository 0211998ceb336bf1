import { readCompleteness } from '@/lib/domain/schools/completeness/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readCompleteness, { summary: 'Read which settings are still missing', tags: ['school'] })
