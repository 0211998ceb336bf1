import { exportExcuses } from '@/lib/domain/attendance/excuses/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportExcuses, {
  summary: 'The filtered list of excuses as a file',
  tags: ['attendance'],
  ...tableAnswer,
})
