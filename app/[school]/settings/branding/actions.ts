'use server'

import { confirmLogo, prepareLogo, removeLogo, updateBranding } from '@/lib/domain/schools/branding/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

/** The colour is on every page of the school. */
const revalidate = (ctx: SchoolContext) => [`/${ctx.school.slug}/settings/branding`]

export const updateBrandingAction = action(updateBranding, { revalidate })
export const prepareLogoAction = action(prepareLogo)
export const confirmLogoAction = action(confirmLogo, { revalidate })
export const removeLogoAction = action(removeLogo, { revalidate })
