import { updateSettings } from '@/lib/domain/schools/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PATCH = endpoint(updateSettings, { summary: 'Change PEI, SIMAT and contact settings', tags: ['school'] })
