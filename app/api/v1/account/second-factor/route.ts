import { startSecondFactor, turnOffSecondFactor } from '@/lib/domain/account/second-factor/commands'
import { ownSecondFactor } from '@/lib/domain/account/second-factor/queries'
import { endpoint } from '@/lib/platform/endpoint'

const tags = ['account']

export const GET = endpoint(ownSecondFactor, { summary: 'Read whether the own account has a second factor', tags })
export const POST = endpoint(startSecondFactor, { summary: 'Begin to set up a second factor', tags })
export const DELETE = endpoint(turnOffSecondFactor, { summary: 'Turn the second factor off', tags })
