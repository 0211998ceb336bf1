import { repairRows } from '@/lib/domain/imports/rows/commands'
import { listImportRows } from '@/lib/domain/imports/rows/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listImportRows, { summary: 'The rows of a file with their problems', tags: ['imports'] })
export const PATCH = endpoint(repairRows, {
  summary: 'Correct cells of checked rows, accept or leave out doubtful ones',
  tags: ['imports'],
})
