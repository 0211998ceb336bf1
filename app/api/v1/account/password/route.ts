import { changePassword } from '@/lib/domain/account/password/commands'
import { endpoint } from '@/lib/platform/endpoint'

export const PUT = endpoint(changePassword, { summary: 'Change the own password', tags: ['account'] })
