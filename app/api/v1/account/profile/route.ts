import { updateProfile } from '@/lib/domain/account/commands'
import { ownProfile } from '@/lib/domain/account/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(ownProfile, { summary: 'Read the own profile', tags: ['account'] })
export const PATCH = endpoint(updateProfile, { summary: 'Change the own name or language', tags: ['account'] })
