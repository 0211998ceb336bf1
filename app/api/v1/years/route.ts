import { createYear } from '@/lib/domain/years/commands'
import { listYears } from '@/lib/domain/years/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listYears, { summary: 'List the school years with their periods', tags: ['years'] })
export const POST = endpoint(createYear, {
  summary: 'Create a school year with its periods',
  tags: ['years'],
  status: 201,
})
