'use server'

import {
  activateRules,
  createRulesDraft,
  discardRulesDraft,
  saveRulesDraft,
} from '@/lib/domain/evaluation/versions/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const path = (ctx: SchoolContext) => `/${ctx.school.slug}/evaluation`
const pages = (ctx: SchoolContext, { id }: { id: string }) => [path(ctx), `${path(ctx)}/${id}`]

export const createDraftAction = action(createRulesDraft, {
  revalidate: pages,
  redirectTo: (ctx, { id }) => `${path(ctx)}/${id}`,
})
export const saveDraftAction = action(saveRulesDraft, { revalidate: pages })
export const discardDraftAction = action(discardRulesDraft, { revalidate: (ctx) => [path(ctx)], redirectTo: path })
export const activateRulesAction = action(activateRules, { revalidate: pages, redirectTo: path })
