import { consentVersions } from '@/lib/domain/families/consents/queries'
import { endpoint } from '@/lib/platform/endpoint'

export const GET = endpoint(consentVersions, { summary: 'Every version of the consents’ texts', tags: ['family'] })
