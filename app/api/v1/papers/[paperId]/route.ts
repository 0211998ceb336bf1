import { readPaperDetail } from '@/lib/domain/papers/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readPaperDetail, { summary: 'Read an issued paper', tags: ['papers'] })
