import { annulPaper } from '@/lib/domain/papers/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(annulPaper, { summary: 'Annul a certificate', tags: ['papers'] })
