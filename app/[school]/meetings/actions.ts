'use server'

import { createMeeting, holdMeeting, removeMeeting, updateMeeting } from '@/lib/domain/meetings/commands'
import { createDecision, removeDecision, updateDecision } from '@/lib/domain/meetings/decisions/commands'
import { saveMembers } from '@/lib/domain/meetings/members/commands'
import { signMinutes } from '@/lib/domain/meetings/minutes/commands'
import { acceptProposals, decidePromotion } from '@/lib/domain/meetings/promotions/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const list = ({ school }: SchoolContext) => `/${school.slug}/meetings`
const one = (ctx: SchoolContext, id: string) => `${list(ctx)}/${id}`
const revalidate = (ctx: SchoolContext, { id }: { id: string }) => [list(ctx), one(ctx, id)]

export const createMeetingAction = action(createMeeting, { revalidate, redirectTo: (ctx, { id }) => one(ctx, id) })
export const updateMeetingAction = action(updateMeeting, { revalidate, redirectTo: (ctx, { id }) => one(ctx, id) })
export const holdMeetingAction = action(holdMeeting, { revalidate })
export const removeMeetingAction = action(removeMeeting, { revalidate: (ctx) => [list(ctx)], redirectTo: list })
export const signMinutesAction = action(signMinutes, { revalidate })
export const saveMembersAction = action(saveMembers, { revalidate })
export const acceptProposalsAction = action(acceptProposals, { revalidate: (ctx) => [`${list(ctx)}/[meetingId]`] })
export const createDecisionAction = action(createDecision, {
  revalidate: (ctx, { meetingId }) => [one(ctx, meetingId)],
})
export const updateDecisionAction = action(updateDecision, {
  revalidate: (ctx, { meetingId }) => [one(ctx, meetingId)],
})
export const removeDecisionAction = action(removeDecision, { revalidate: (ctx) => [`${list(ctx)}/[meetingId]`] })
export const decidePromotionAction = action(decidePromotion, { revalidate: (ctx) => [`${list(ctx)}/[meetingId]`] })
