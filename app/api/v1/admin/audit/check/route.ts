import { checkPlatformHistory } from '@/lib/domain/audit/chain/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(checkPlatformHistory, {
  summary: 'Whether the history of the platform is as it was written',
  tags: ['audit'],
})
