import { openSchool } from '@/lib/domain/schools/opening/commands'
import { listSchools } from '@/lib/domain/schools/platform/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listSchools, { summary: 'List all schools with their counts', tags: ['admin'] })
export const POST = endpoint(openSchool, {
  summary: 'Open a school and invite its first rector',
  tags: ['admin'],
  status: 201,
})
