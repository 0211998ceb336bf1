import { importStructure } from '@/lib/domain/academics/import/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(importStructure, {
  summary: 'Import a spreadsheet of a plan or of groups, all or nothing',
  tags: ['academics'],
})
