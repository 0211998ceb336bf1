import { removeMeeting, updateMeeting } from '@/lib/domain/meetings/commands'
import { readMeeting } from '@/lib/domain/meetings/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readMeeting, { summary: 'A meeting with its members and decisions', tags: ['meetings'] })
export const PATCH = endpoint(updateMeeting, { summary: 'Change a meeting’s day and notes', tags: ['meetings'] })
export const DELETE = endpoint(removeMeeting, {
  summary: 'Take back a meeting that decided nothing',
  tags: ['meetings'],
})
