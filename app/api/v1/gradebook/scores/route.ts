import { saveScores } from '@/lib/domain/gradebook/scores/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveScores, {
  summary: 'Save cells of the score grid',
  description:
    'Each cell names the version that was seen (0 for an empty one) and has its own result: `saved`, `conflict` with `current`, `out_of_scale`, `withdrawn` or `not_found`. One refused cell keeps no other out; sending the same call again changes nothing.',
  tags: ['gradebook'],
})
