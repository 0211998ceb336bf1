import { openMailLink } from '@/lib/domain/account/queries'
import { endpoint } from '@/lib/platform/endpoint'

// POST although it changes nothing: the secret must not stand in an address.
export const POST = endpoint(openMailLink, { summary: 'See whom the secret of a mail belongs to', tags: ['account'] })
