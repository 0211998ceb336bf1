import { stageImport } from '@/lib/domain/imports/reading/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(stageImport, { summary: 'The dry run itself: called by the job', tags: ['imports'] })
