import { changePeriodStatus } from '@/lib/domain/years/periods/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(changePeriodStatus, { summary: 'Open, close, publish or reopen a period', tags: ['years'] })
