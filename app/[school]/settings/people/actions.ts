'use server'

import { updateMembership } from '@/lib/domain/people/commands'
import { invitePerson, resendInvitation, revokeInvitation } from '@/lib/domain/people/invitations/commands'
import { resetSecondFactor } from '@/lib/domain/people/second-factor/commands'
import { endSessionOfPerson, endSessionsOfPerson } from '@/lib/domain/people/sessions/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const path = (ctx: SchoolContext) => `/${ctx.school.slug}/settings/people`
const revalidate = (ctx: SchoolContext) => [path(ctx)]

export const invitePersonAction = action(invitePerson, { revalidate, redirectTo: path })
export const resendInvitationAction = action(resendInvitation, { revalidate })
export const revokeInvitationAction = action(revokeInvitation, { revalidate })
export const resetSecondFactorAction = action(resetSecondFactor, { revalidate })
export const updateMembershipAction = action(updateMembership, { revalidate })
export const endSessionOfPersonAction = action(endSessionOfPerson, { revalidate })
export const endSessionsOfPersonAction = action(endSessionsOfPerson, { revalidate })
