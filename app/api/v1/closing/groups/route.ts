import { groupsOfPeriod } from '@/lib/domain/closing/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(groupsOfPeriod, { summary: 'Groups whose marks a period has', tags: ['closing'] })
