import { runImport } from '@/lib/domain/imports/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(runImport, {
  summary: 'Write the checked rows, as a job: all or none, or the right ones',
  tags: ['imports'],
})
