import { explainMark } from '@/lib/domain/evaluation/explain/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(explainMark, {
  summary: 'Why a published mark of a child behind a family link is what it is',
  tags: ['evaluation'],
  audience: 'family',
})
