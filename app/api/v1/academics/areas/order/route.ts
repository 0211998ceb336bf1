import { orderAreas } from '@/lib/domain/academics/areas/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(orderAreas, { summary: 'Order all areas', tags: ['academics'] })
