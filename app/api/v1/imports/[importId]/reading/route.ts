import { beginImport } from '@/lib/domain/imports/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(beginImport, {
  summary: 'Check a file that has arrived: a dry run, as a job',
  tags: ['imports'],
})
