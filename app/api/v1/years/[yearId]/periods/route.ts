import { savePeriods } from '@/lib/domain/years/periods/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(savePeriods, { summary: 'Save all periods of a school year', tags: ['years'] })
