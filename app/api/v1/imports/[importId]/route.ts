import { getImport } from '@/lib/domain/imports/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(getImport, { summary: 'One import: how it is read and how it stands', tags: ['imports'] })
