'use server'

import { resendPlatformMail } from '@/lib/domain/mails/platform/commands'
import { openSchool, setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { endSupport, startSupport } from '@/lib/domain/schools/support/commands'
import { platformAction } from '@/lib/platform/action'

export const openSchoolAction = platformAction(openSchool, {
  revalidate: () => ['/admin'],
  redirectTo: (_, { id }) => `/admin/schools/${id}`,
})
export const setSchoolActiveAction = platformAction(setSchoolActive, { revalidate: () => ['/admin'] })
export const startSupportAction = platformAction(startSupport, { redirectTo: (_, { slug }) => `/${slug}` })
export const endSupportAction = platformAction(endSupport, { revalidate: () => ['/admin/support'] })
export const resendPlatformMailAction = platformAction(resendPlatformMail, { revalidate: () => ['/admin/mails'] })
