import { createMeeting } from '@/lib/domain/meetings/commands'
import { listMeetings } from '@/lib/domain/meetings/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listMeetings, { summary: 'Evaluation meetings of a year', tags: ['meetings'] })
export const POST = endpoint(createMeeting, { status: 201, summary: 'Call an evaluation meeting', tags: ['meetings'] })
