import { annulCard } from '@/lib/domain/report-cards/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(annulCard, { summary: 'Annul a report card', tags: ['report-cards'] })
