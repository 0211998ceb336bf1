import { explainMark } from '@/lib/domain/evaluation/explain/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(explainMark, { summary: 'Explain how a mark came about', tags: ['evaluation'] })
