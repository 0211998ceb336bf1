import { readGroupSheet } from '@/lib/domain/sheets/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readGroupSheet, {
  summary: 'A group’s sheet: students by subjects and areas, for a period or the year so far',
  tags: ['sheets'],
})
