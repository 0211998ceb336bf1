import { exportCorrections } from '@/lib/domain/attendance/corrections/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportCorrections, {
  summary: 'The filtered list of corrections as a file',
  tags: ['attendance'],
  ...tableAnswer,
})
