import { createArea } from '@/lib/domain/academics/areas/commands'
import { listAreas } from '@/lib/domain/academics/areas/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listAreas, { summary: 'The areas in the school’s order', tags: ['academics'] })
export const POST = endpoint(createArea, { summary: 'Add an area', tags: ['academics'], status: 201 })
