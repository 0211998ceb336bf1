import { renewRecoveryCodes } from '@/lib/domain/account/second-factor/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(renewRecoveryCodes, { summary: 'Make ten new recovery codes', tags: ['account'] })
