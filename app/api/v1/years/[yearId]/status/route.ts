import { changeYearStatus } from '@/lib/domain/years/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(changeYearStatus, { summary: 'Move a school year to another state', tags: ['years'] })
