'use server'

import { updateProfile } from '@/lib/domain/account/commands'
import { changePassword } from '@/lib/domain/account/password/commands'
import { endOtherSessions, endOwnSession } from '@/lib/domain/account/sessions/commands'
import { publicAction } from '@/lib/platform/action'

const revalidate = () => ['/account']

export const updateProfileAction = publicAction(updateProfile, { revalidate })
export const changePasswordAction = publicAction(changePassword, { revalidate })
export const endOwnSessionAction = publicAction(endOwnSession, { revalidate })
export const endOtherSessionsAction = publicAction(endOtherSessions, { revalidate })
