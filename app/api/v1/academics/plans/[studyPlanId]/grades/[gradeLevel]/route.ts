import { saveGrade } from '@/lib/domain/academics/plans/grades/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveGrade, {
  summary: 'Save a whole grade of a plan in draft; 409 `conflict` with `current` when somebody saved it first',
  tags: ['academics'],
})
