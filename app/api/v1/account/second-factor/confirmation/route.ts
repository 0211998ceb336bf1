import { confirmSecondFactor } from '@/lib/domain/account/second-factor/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const POST = endpoint(confirmSecondFactor, {
  summary: 'Turn the second factor on with its first code',
  tags: ['account'],
})
