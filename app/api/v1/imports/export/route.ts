import { exportImports } from '@/lib/domain/imports/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportImports, {
  summary: 'What was imported, as a file',
  tags: ['imports'],
  ...tableAnswer,
})
