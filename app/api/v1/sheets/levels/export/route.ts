import { exportLevels } from '@/lib/domain/sheets/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportLevels, {
  summary: 'Marks by national level, as a spreadsheet',
  tags: ['sheets'],
  ...tableAnswer,
})
