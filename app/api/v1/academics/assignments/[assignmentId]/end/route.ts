import { endAssignment } from '@/lib/domain/academics/courses/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(endAssignment, {
  summary: 'Set the last day on which somebody teaches a course',
  tags: ['courses'],
})
