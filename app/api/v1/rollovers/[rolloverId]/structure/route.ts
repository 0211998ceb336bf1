import { copyRolloverStructure } from '@/lib/domain/rollovers/run/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(copyRolloverStructure, {
  summary: 'Copy the structure of a run under way',
  tags: ['rollovers'],
})
