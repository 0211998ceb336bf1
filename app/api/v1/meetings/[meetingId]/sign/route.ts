import { signMinutes } from '@/lib/domain/meetings/minutes/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(signMinutes, { summary: 'Sign the minutes of a meeting', tags: ['meetings'] })
