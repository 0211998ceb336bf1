import { readLevels } from '@/lib/domain/sheets/levels/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readLevels, {
  summary: 'Marks by national level in a closed period, and their trend',
  tags: ['sheets'],
})
