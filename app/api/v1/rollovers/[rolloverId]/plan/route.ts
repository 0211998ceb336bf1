import { savePlan } from '@/lib/domain/rollovers/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(savePlan, { summary: 'Save one step of the plan or several', tags: ['rollovers'] })
