import { removeFilter } from '@/lib/domain/filters/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const DELETE = endpoint(removeFilter, { summary: 'Forget an own filter', tags: ['filters'] })
