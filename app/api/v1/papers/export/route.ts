import { exportPapers } from '@/lib/domain/papers/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportPapers, {
  summary: 'The filtered register of certificates as a file',
  tags: ['papers'],
  ...tableAnswer,
})
