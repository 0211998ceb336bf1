import { tellGuardian } from '@/lib/domain/report-cards/telling/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(tellGuardian, {
  summary: 'Mail a guardian that the report cards are there',
  tags: ['report-cards'],
})
