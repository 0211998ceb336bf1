'use server'

import { remind } from '@/lib/domain/families/reminders/commands'
import { clearException, saveException, savePlan, startRollover } from '@/lib/domain/rollovers/commands'
import { startRun, startUndo } from '@/lib/domain/rollovers/start/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const path = (ctx: SchoolContext) => `/${ctx.school.slug}/rollover`
const one = (ctx: SchoolContext, { id }: { id: string }) => [`${path(ctx)}/${id}`]
const begun = (ctx: SchoolContext, { rolloverId }: { rolloverId: string }) => [`${path(ctx)}/${rolloverId}`]

export const startRolloverAction = action(startRollover, { redirectTo: (ctx, { id }) => `${path(ctx)}/${id}` })
export const savePlanAction = action(savePlan, { revalidate: one })
export const saveExceptionAction = action(saveException)
export const clearExceptionAction = action(clearException)
export const startRunAction = action(startRun, { revalidate: begun })
export const startUndoAction = action(startUndo, { revalidate: begun })
export const remindWaitingAction = action(remind)
