'use server'

import { updateSecurity } from '@/lib/domain/schools/security/commands'
import { endVisit } from '@/lib/domain/schools/support/own/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const own = { revalidate: (ctx: SchoolContext) => [`/${ctx.school.slug}/settings/security`] }

export const endVisitAction = action(endVisit, own)
export const updateSecurityAction = action(updateSecurity, own)
