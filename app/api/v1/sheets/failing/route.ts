import { listFailing } from '@/lib/domain/sheets/failing/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listFailing, {
  summary: 'Students with failed areas or subjects, and what each needs',
  tags: ['sheets'],
})
