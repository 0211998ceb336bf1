import { importFailures } from '@/lib/domain/imports/rows/queries'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(importFailures, {
  summary: 'The rows that cannot be imported, with the reasons, as a spreadsheet',
  tags: ['imports'],
  ...tableAnswer,
})
