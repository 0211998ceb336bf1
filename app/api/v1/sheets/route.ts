import { listSheetPlaces } from '@/lib/domain/sheets/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listSheetPlaces, {
  summary: 'Groups whose sheets the caller may open, and the periods of their year',
  tags: ['sheets'],
})
