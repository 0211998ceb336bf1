import { offerImport } from '@/lib/domain/imports/commands'
import { listImports } from '@/lib/domain/imports/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listImports, { summary: 'List what was imported', tags: ['imports'] })
export const POST = endpoint(offerImport, {
  status: 201,
  summary: 'Announce a spreadsheet; answers where its bytes may go',
  tags: ['imports'],
})
