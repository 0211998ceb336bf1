import { exportFailedJobs } from '@/lib/domain/jobs/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportFailedJobs, {
  summary: 'What failed in all schools, as a file',
  tags: ['admin'],
  ...tableAnswer,
})
