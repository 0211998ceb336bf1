import { readOneSchool } from '@/lib/domain/schools/platform/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readOneSchool, { summary: 'Read one school with its rectors', tags: ['admin'] })
