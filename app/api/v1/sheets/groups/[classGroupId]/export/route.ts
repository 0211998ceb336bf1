import { exportGroupSheet } from '@/lib/domain/sheets/export'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(exportGroupSheet, {
  summary: 'A group’s sheet as a spreadsheet',
  tags: ['sheets'],
  ...tableAnswer,
})
