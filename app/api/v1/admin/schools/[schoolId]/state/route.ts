import { setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(setSchoolActive, { summary: 'Deactivate or activate a school', tags: ['admin'] })
