import { discardRulesDraft, saveRulesDraft } from '@/lib/domain/evaluation/versions/commands'
import { readRulesVersion } from '@/lib/domain/evaluation/versions/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readRulesVersion, { summary: 'Read one version of the rules', tags: ['evaluation'] })
export const PUT = endpoint(saveRulesDraft, { summary: 'Save a draft of the rules', tags: ['evaluation'] })
export const DELETE = endpoint(discardRulesDraft, { summary: 'Throw a draft away', tags: ['evaluation'] })
