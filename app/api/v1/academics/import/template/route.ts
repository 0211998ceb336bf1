import { importTemplate } from '@/lib/domain/academics/import/queries'
import { download } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(importTemplate, {
  summary: 'An empty spreadsheet to fill in',
  tags: ['academics'],
  respond: download,
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
