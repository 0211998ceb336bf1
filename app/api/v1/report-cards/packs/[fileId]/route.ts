import { openZip } from '@/lib/domain/report-cards/batch/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(openZip, {
  summary: 'A short-lived address of the ZIP of a group',
  tags: ['report-cards'],
})
