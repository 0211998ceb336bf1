import { fetchOwnExport } from '@/lib/domain/schools/removal/own/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(fetchOwnExport, { summary: 'Where a copy can be fetched for a minute', tags: ['school'] })
