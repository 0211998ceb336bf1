import { readCourse } from '@/lib/domain/gradebook/courses/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readCourse, { summary: 'Read a course with its periods', tags: ['gradebook'] })
