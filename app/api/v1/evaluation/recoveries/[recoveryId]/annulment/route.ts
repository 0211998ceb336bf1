import { annulRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(annulRecovery, { summary: 'Annul a recovery', tags: ['evaluation'] })
