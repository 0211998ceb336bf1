import { readCourseRecoveries } from '@/lib/domain/evaluation/recoveries/course/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readCourseRecoveries, {
  summary: 'Who failed a course in a period or in the year, and their recoveries',
  tags: ['evaluation'],
})
