import { exportRequirements } from '@/lib/domain/requirements/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportRequirements, {
  summary: 'The required documents as a file',
  tags: ['requirements'],
  ...tableAnswer,
})
