'use server'

import { acceptInvitation } from '@/lib/domain/account/invitation/commands'
import { requestReset, resetPassword } from '@/lib/domain/account/password/commands'
import { openMailLink } from '@/lib/domain/account/queries'
import { publicAction } from '@/lib/platform/action'

export const requestResetAction = publicAction(requestReset)
export const resetPasswordAction = publicAction(resetPassword)
export const openMailLinkAction = publicAction(openMailLink)
export const acceptInvitationAction = publicAction(acceptInvitation)
