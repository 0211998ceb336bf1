import { computeGroup } from '@/lib/domain/closing/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(computeGroup, {
  summary: 'Work out the marks of a group in a closed period',
  tags: ['closing'],
})
