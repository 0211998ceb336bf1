import { listStaff } from '@/lib/domain/meetings/members/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listStaff, { summary: 'Staff who may sit in a meeting', tags: ['meetings'] })
