import { schoolAppearance } from '@/lib/domain/schools/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(schoolAppearance, { summary: 'How the school looks: name, colour, logo', tags: ['school'] })
