import { updateStudent } from '@/lib/domain/students/commands'
import { getStudent } from '@/lib/domain/students/queries'
import { removeStudent } from '@/lib/domain/students/removal/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(getStudent, { summary: 'One student with the current enrollment', tags: ['students'] })
export const PATCH = endpoint(updateStudent, {
  summary: 'Change the fields that are sent; 409 `conflict` with `current` when the version is older than the record',
  tags: ['students'],
})
export const DELETE = endpoint(removeStudent, {
  summary: 'Remove a student for ever, with all that hangs on the record',
  tags: ['students'],
})
