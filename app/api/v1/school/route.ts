import { updateSchool } from '@/lib/domain/schools/commands'
import { readSchool } from '@/lib/domain/schools/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readSchool, { summary: 'Read the school and its settings', tags: ['school'] })
export const PATCH = endpoint(updateSchool, { summary: 'Change the school’s own data', tags: ['school'] })
