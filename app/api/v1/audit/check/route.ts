import { checkHistory } from '@/lib/domain/audit/chain/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(checkHistory, {
  summary: 'Whether the history is as it was written, from its first line to its last',
  tags: ['audit'],
})
