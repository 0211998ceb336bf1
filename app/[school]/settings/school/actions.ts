'use server'

import { updateSchool, updateSettings } from '@/lib/domain/schools/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const revalidate = (ctx: SchoolContext) => [`/${ctx.school.slug}/settings/school`]

export const updateSchoolAction = action(updateSchool, { revalidate })
export const updateSettingsAction = action(updateSettings, { revalidate })
