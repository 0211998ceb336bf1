import { setLimits } from '@/lib/domain/schools/limits/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(setLimits, { summary: 'Set what the platform allows a school', tags: ['admin'] })
