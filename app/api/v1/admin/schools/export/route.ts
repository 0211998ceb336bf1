import { exportSchools } from '@/lib/domain/schools/platform/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportSchools, {
  summary: 'The filtered list of schools as a file',
  tags: ['admin'],
  ...tableAnswer,
})
