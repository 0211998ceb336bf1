import { saveFilter } from '@/lib/domain/filters/commands'
import { listFilters } from '@/lib/domain/filters/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listFilters, { summary: 'Own filters of a list', tags: ['filters'] })
export const POST = endpoint(saveFilter, { summary: 'Keep a filter under a name', tags: ['filters'], status: 201 })
