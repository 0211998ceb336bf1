import { saveMembers } from '@/lib/domain/meetings/members/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(saveMembers, { summary: 'Write down who was at a meeting', tags: ['meetings'] })
