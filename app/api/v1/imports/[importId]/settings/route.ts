import { adjustImport } from '@/lib/domain/imports/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(adjustImport, {
  summary: 'Say how the file is to be read, and check it again',
  tags: ['imports'],
})
