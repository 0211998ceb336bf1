import { readSignatures } from '@/lib/domain/papers/signatures/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readSignatures, { summary: 'List who may sign papers, and how', tags: ['school'] })
