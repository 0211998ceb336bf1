import { updateSubject } from '@/lib/domain/academics/subjects/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updateSubject, {
  summary: 'Change a subject, or take it out of use',
  tags: ['academics'],
})
