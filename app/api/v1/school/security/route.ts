import { updateSecurity } from '@/lib/domain/schools/security/commands'
import { readSecurity } from '@/lib/domain/schools/security/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readSecurity, { summary: 'Read how people come in and stay in', tags: ['school'] })
export const PATCH = endpoint(updateSecurity, { summary: 'Change how people come in and stay in', tags: ['school'] })
