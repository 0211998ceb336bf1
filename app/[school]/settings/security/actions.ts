'use server'

import { updateSecurity } from '@/lib/domain/schools/security/commands'
import { action } from '@/lib/platform/action'

export const updateSecurityAction = action(updateSecurity, {
  revalidate: (ctx) => [`/${ctx.school.slug}/settings/security`],
})
