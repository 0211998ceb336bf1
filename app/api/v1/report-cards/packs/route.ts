import { packGroup } from '@/lib/domain/report-cards/batch/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(packGroup, {
  summary: 'Pack the printed report cards of a group into a ZIP',
  tags: ['report-cards'],
})
