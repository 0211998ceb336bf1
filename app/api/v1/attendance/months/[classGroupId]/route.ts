import { readMonth } from '@/lib/domain/attendance/month/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readMonth, { summary: "A group's month: days by students", tags: ['attendance'] })
