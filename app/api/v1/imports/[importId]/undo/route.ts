import { undoImport } from '@/lib/domain/imports/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(undoImport, { summary: 'Take an import back, as a job', tags: ['imports'] })
