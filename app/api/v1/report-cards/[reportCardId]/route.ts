import { readCard } from '@/lib/domain/report-cards/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readCard, { summary: 'Read a report card with its editions', tags: ['report-cards'] })
