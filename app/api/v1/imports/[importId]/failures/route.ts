import { importFailures } from '@/lib/domain/imports/rows/queries'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(importFailures, {
  summary: 'The rows that cannot be imported, with the reasons, as a spreadsheet',
  tags: ['imports'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
