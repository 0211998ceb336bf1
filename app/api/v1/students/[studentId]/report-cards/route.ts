import { listCardsOfStudent } from '@/lib/domain/report-cards/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listCardsOfStudent, { summary: 'Report cards of a student', tags: ['report-cards'] })
