import { checkSlug } from '@/lib/domain/schools/opening/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(checkSlug, { summary: 'Say whether a school may have that address', tags: ['admin'] })
