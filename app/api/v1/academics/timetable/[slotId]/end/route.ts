import { endLesson } from '@/lib/domain/academics/timetable/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(endLesson, { summary: 'Set the last day of a weekly lesson', tags: ['timetable'] })
