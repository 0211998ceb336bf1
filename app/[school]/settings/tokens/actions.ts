'use server'

import { createToken, revokeToken } from '@/lib/domain/tokens/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const revalidate = (ctx: SchoolContext) => [`/${ctx.school.slug}/settings/tokens`]

export const createTokenAction = action(createToken, { revalidate })
export const revokeTokenAction = action(revokeToken, { revalidate })
