import { fetchExport } from '@/lib/domain/schools/removal/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(fetchExport, { summary: 'Get an address for fetching an archive', tags: ['admin'] })
