import { requestCorrection } from '@/lib/domain/attendance/corrections/commands'
import { listCorrections } from '@/lib/domain/attendance/corrections/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listCorrections, {
  summary: 'List the corrections that were asked for',
  tags: ['attendance'],
})
export const POST = endpoint(requestCorrection, {
  summary: "Ask for a correction after the teacher's window",
  tags: ['attendance'],
  status: 201,
})
