import { rotateKey } from '@/lib/domain/papers/keys/commands'
import { listKeys } from '@/lib/domain/papers/keys/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listKeys, { summary: 'Public keys of the school', tags: ['papers'] })
export const POST = endpoint(rotateKey, { summary: 'Sign with a new key from now on', tags: ['papers'], status: 201 })
