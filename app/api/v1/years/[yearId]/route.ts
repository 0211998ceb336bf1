import { updateYear } from '@/lib/domain/years/commands'
import { readYear } from '@/lib/domain/years/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(readYear, { summary: 'Read one school year', tags: ['years'] })
export const PUT = endpoint(updateYear, { summary: 'Change name and dates of a school year', tags: ['years'] })
