import { createPhrase } from '@/lib/domain/gradebook/phrases/commands'
import { listPhrases } from '@/lib/domain/gradebook/phrases/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listPhrases, { summary: 'List phrases for comments', tags: ['gradebook'] })
export const POST = endpoint(createPhrase, { summary: 'Keep a phrase for comments', tags: ['gradebook'], status: 201 })
