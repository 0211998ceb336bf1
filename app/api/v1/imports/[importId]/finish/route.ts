import { finishImport } from '@/lib/domain/imports/running/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(finishImport, {
  summary: 'Close an import that was written: called by the job',
  tags: ['imports'],
})
