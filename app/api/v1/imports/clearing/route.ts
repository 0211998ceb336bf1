import { importsToClear } from '@/lib/domain/imports/clearing/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(importsToClear, {
  summary: 'Imports whose rows and file are to be removed now',
  tags: ['imports'],
})
