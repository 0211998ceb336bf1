import { recordRecovery } from '@/lib/domain/evaluation/recoveries/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(recordRecovery, { summary: 'Write the mark of a recovery', tags: ['evaluation'] })
