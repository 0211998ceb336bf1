import { activateRules } from '@/lib/domain/evaluation/versions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(activateRules, { summary: 'Put a draft into force', tags: ['evaluation'] })
