import { planRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { listRecoveries } from '@/lib/domain/evaluation/recoveries/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listRecoveries, { summary: 'List the recoveries of a course', tags: ['evaluation'] })
export const POST = endpoint(planRecovery, { summary: 'Plan a recovery', tags: ['evaluation'], status: 201 })
