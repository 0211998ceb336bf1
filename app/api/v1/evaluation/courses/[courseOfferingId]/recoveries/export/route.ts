import { exportRecoveries } from '@/lib/domain/evaluation/recoveries/course/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportRecoveries, {
  summary: 'Who has to recover a course, as a file',
  tags: ['evaluation'],
  ...tableAnswer,
})
