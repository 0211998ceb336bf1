import { orderRequirements } from '@/lib/domain/requirements/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(orderRequirements, { summary: 'Order the list of documents', tags: ['requirements'] })
