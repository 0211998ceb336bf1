import { confirmLogo, removeLogo } from '@/lib/domain/schools/branding/commands'
import { readLogo } from '@/lib/domain/schools/branding/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readLogo, { summary: 'Get an address that shows the logo for a minute', tags: ['school'] })
export const PUT = endpoint(confirmLogo, { summary: 'Make the uploaded picture the logo', tags: ['school'] })
export const DELETE = endpoint(removeLogo, { summary: 'Remove the logo', tags: ['school'] })
