import { exportPeople } from '@/lib/domain/people/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportPeople, {
  summary: 'The filtered list of people as a file',
  tags: ['people'],
  ...tableAnswer,
})
