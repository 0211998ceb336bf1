import { findGuardian } from '@/lib/domain/guardians/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(findGuardian, { summary: 'The guardian with a document, or null', tags: ['guardians'] })
