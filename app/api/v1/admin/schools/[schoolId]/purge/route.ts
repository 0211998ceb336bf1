import { purgeSchool } from '@/lib/domain/schools/removal/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(purgeSchool, { summary: 'Plan the removal of a school', tags: ['admin'], status: 202 })
