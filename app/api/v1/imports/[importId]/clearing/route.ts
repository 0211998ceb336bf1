import { clearImport } from '@/lib/domain/imports/clearing/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(clearImport, {
  summary: 'Remove the rows and the file of an import that nobody needs any more',
  tags: ['imports'],
})
