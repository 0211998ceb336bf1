import { endVisit } from '@/lib/domain/schools/support/own/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(endVisit, { summary: 'End a support visit in the own school', tags: ['school'] })
