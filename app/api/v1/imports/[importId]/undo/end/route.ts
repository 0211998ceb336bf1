import { finishUndo } from '@/lib/domain/imports/undo/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(finishUndo, {
  summary: 'Close an import that was taken back: called by the job',
  tags: ['imports'],
})
