import { correctCard } from '@/lib/domain/report-cards/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(correctCard, { summary: 'Issue a corrected edition', tags: ['report-cards'], status: 201 })
