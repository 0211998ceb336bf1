import { importTemplateFile } from '@/lib/domain/imports/queries'
import { tableAnswer } from '@/lib/platform/download'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(importTemplateFile, {
  summary: 'An empty spreadsheet to fill in',
  tags: ['imports'],
  ...tableAnswer,
})
