import { exportSchool } from '@/lib/domain/schools/removal/commands'
import { listExports } from '@/lib/domain/schools/removal/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(listExports, { summary: 'List the archives of a school', tags: ['admin'] })
export const POST = endpoint(exportSchool, { summary: 'Export a whole school', tags: ['admin'], status: 202 })
