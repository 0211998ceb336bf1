import { createRulesDraft } from '@/lib/domain/evaluation/versions/commands'
import { listRuleVersions } from '@/lib/domain/evaluation/versions/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listRuleVersions, {
  summary: 'Read the evaluation rules of a year and their versions',
  tags: ['evaluation'],
})
export const POST = endpoint(createRulesDraft, {
  summary: 'Begin a new version of the rules',
  tags: ['evaluation'],
  status: 201,
})
