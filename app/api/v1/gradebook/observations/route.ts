import { saveObservation } from '@/lib/domain/gradebook/observations/commands'
import { readObservations } from '@/lib/domain/gradebook/observations/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readObservations, {
  summary: "Read the director's observations of a group in a period",
  tags: ['gradebook'],
})
export const PUT = endpoint(saveObservation, {
  summary: "Save the director's observation of a student in a period",
  tags: ['gradebook'],
})
