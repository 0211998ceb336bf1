import { checkImport } from '@/lib/domain/academics/import/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(checkImport, {
  summary: 'Dry run of an import: changes, and problems by cell',
  tags: ['academics'],
})
