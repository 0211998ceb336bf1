'use server'

import { createRequirement, orderRequirements, updateRequirement } from '@/lib/domain/requirements/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const path = (ctx: SchoolContext) => `/${ctx.school.slug}/settings/requirements`
const revalidate = (ctx: SchoolContext) => [path(ctx)]

export const createRequirementAction = action(createRequirement, { revalidate, redirectTo: path })
/** From the form: back to the list. */
export const saveRequirementAction = action(updateRequirement, { revalidate, redirectTo: path })
/** From the list: stay there. */
export const updateRequirementAction = action(updateRequirement, { revalidate })
export const orderRequirementsAction = action(orderRequirements, { revalidate })
