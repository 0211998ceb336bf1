import { rowsToWrite } from '@/lib/domain/imports/running/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(rowsToWrite, { summary: 'The portions in which the rows are written', tags: ['imports'] })
