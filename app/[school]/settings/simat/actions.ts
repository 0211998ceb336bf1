'use server'

import { updateSettings } from '@/lib/domain/schools/commands'
import { action } from '@/lib/platform/action'

export const updateSimatAction = action(updateSettings, {
  revalidate: (ctx) => [`/${ctx.school.slug}/settings/simat`],
})
