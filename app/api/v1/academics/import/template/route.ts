import { importTemplate } from '@/lib/domain/academics/import/queries'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(importTemplate, {
  summary: 'An empty spreadsheet to fill in',
  tags: ['academics'],
  ...tableAnswer,
})
