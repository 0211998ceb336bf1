import { resetSecondFactor } from '@/lib/domain/people/second-factor/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(resetSecondFactor, { summary: "Reset a member's second factor", tags: ['people'] })
