import { listRollGroups } from '@/lib/domain/attendance/summary/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listRollGroups, { summary: 'The groups whose lists one may open', tags: ['attendance'] })
