import { exportFailing } from '@/lib/domain/sheets/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportFailing, {
  summary: 'Who is failing, as a spreadsheet',
  tags: ['sheets'],
  ...tableAnswer,
})
