import { readChecklist } from '@/lib/domain/closing/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readChecklist, { summary: 'What a period lacks before it is closed', tags: ['closing'] })
