import { setStudentActive } from '@/lib/domain/students/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(setStudentActive, {
  summary: 'Take a student out of the lists, or back in',
  tags: ['students'],
})
