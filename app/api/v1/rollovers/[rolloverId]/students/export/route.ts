import { exportRolloverStudents } from '@/lib/domain/rollovers/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportRolloverStudents, {
  summary: 'The filtered students of a roll-over as a file',
  tags: ['rollovers'],
  ...tableAnswer,
})
