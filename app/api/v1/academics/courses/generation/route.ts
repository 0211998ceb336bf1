import { generateCourses } from '@/lib/domain/academics/generation/commands'
import { previewCourses } from '@/lib/domain/academics/generation/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(previewCourses, {
  summary: 'What making courses of the year’s plans would do',
  tags: ['academics'],
})
export const POST = endpoint(generateCourses, {
  summary: 'Make the courses that plans ask of groups; safe to repeat',
  tags: ['academics'],
})
