import { exportCourses } from '@/lib/domain/academics/courses/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportCourses, {
  summary: "A year's courses with their teachers as a file",
  tags: ['courses'],
  ...tableAnswer,
})
