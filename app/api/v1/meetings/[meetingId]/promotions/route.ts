import { decidePromotion } from '@/lib/domain/meetings/promotions/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(decidePromotion, { summary: 'Decide how a student’s year ends', tags: ['meetings'] })
