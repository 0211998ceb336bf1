import { exportPurges } from '@/lib/domain/schools/removal/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportPurges, {
  summary: 'Removals of schools as a file',
  tags: ['admin'],
  ...tableAnswer,
})
