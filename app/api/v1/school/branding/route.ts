import { updateBranding } from '@/lib/domain/schools/branding/commands'
import { readBranding } from '@/lib/domain/schools/branding/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readBranding, { summary: 'Read colour and logo with their version', tags: ['school'] })
export const PATCH = endpoint(updateBranding, { summary: 'Change the school’s colour', tags: ['school'] })
