'use server'

import { saveConsentText } from '@/lib/domain/families/consents/commands'
import { action } from '@/lib/platform/action'

export const saveConsentTextAction = action(saveConsentText, {
  revalidate: (ctx) => [`/${ctx.school.slug}/settings/consents`],
})
