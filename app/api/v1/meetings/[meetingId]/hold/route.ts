import { holdMeeting } from '@/lib/domain/meetings/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(holdMeeting, { summary: 'End a meeting', tags: ['meetings'] })
