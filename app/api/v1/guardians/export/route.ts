import { exportGuardians } from '@/lib/domain/guardians/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportGuardians, {
  summary: 'The filtered list of guardians as a file',
  tags: ['guardians'],
  ...tableAnswer,
})
