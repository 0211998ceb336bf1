import { exportJobs } from '@/lib/domain/jobs/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportJobs, {
  summary: 'The filtered list of background work as a file',
  tags: ['jobs'],
  ...tableAnswer,
})
