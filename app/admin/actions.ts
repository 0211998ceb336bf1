'use server'

import { resendPlatformMail } from '@/lib/domain/mails/platform/commands'
import { openSchool, setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { platformAction } from '@/lib/platform/action'

export const openSchoolAction = platformAction(openSchool, {
  revalidate: () => ['/admin'],
  redirectTo: (_, { id }) => `/admin/schools/${id}`,
})
export const setSchoolActiveAction = platformAction(setSchoolActive, { revalidate: () => ['/admin'] })
export const resendPlatformMailAction = platformAction(resendPlatformMail, { revalidate: () => ['/admin/mails'] })
