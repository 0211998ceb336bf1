import { decideCorrection } from '@/lib/domain/attendance/corrections/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(decideCorrection, { summary: 'Approve or reject a correction', tags: ['attendance'] })
