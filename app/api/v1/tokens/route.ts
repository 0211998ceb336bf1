import { createToken } from '@/lib/domain/tokens/commands'
import { listTokens } from '@/lib/domain/tokens/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listTokens, { summary: 'List the API tokens', tags: ['tokens'] })
export const POST = endpoint(createToken, {
  summary: 'Create an API token; the answer shows it once',
  tags: ['tokens'],
  status: 201,
})
