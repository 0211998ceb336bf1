'use server'

import { retryDead } from '@/lib/domain/jobs/platform/commands'
import { resendPlatformMail } from '@/lib/domain/mails/platform/commands'
import { resetSecondFactorAnywhere } from '@/lib/domain/people/second-factor/commands'
import { countFigures } from '@/lib/domain/schools/figures/commands'
import { setLimits } from '@/lib/domain/schools/limits/commands'
import { openSchool } from '@/lib/domain/schools/opening/commands'
import { resendRector, setSchoolActive } from '@/lib/domain/schools/platform/commands'
import { cancelPurge, exportSchool, fetchExport, purgeSchool } from '@/lib/domain/schools/removal/commands'
import { endSupport, startSupport } from '@/lib/domain/schools/support/commands'
import { platformAction } from '@/lib/platform/action'

const everyPage = { revalidate: () => ['/admin'] }

export const openSchoolAction = platformAction(openSchool, {
  ...everyPage,
  redirectTo: (_, { id }) => `/admin/schools/${id}?opened=1`,
})
export const setSchoolActiveAction = platformAction(setSchoolActive, everyPage)
export const resendRectorAction = platformAction(resendRector, everyPage)
export const resetFactorAction = platformAction(resetSecondFactorAnywhere, everyPage)
export const setLimitsAction = platformAction(setLimits, everyPage)
export const exportSchoolAction = platformAction(exportSchool, everyPage)
export const fetchExportAction = platformAction(fetchExport)
export const purgeSchoolAction = platformAction(purgeSchool, everyPage)
export const cancelPurgeAction = platformAction(cancelPurge, everyPage)
export const countFiguresAction = platformAction(countFigures)
export const retryDeadAction = platformAction(retryDead, { revalidate: () => ['/admin/operations'] })
export const startSupportAction = platformAction(startSupport, { redirectTo: (_, { slug }) => `/${slug}` })
export const endSupportAction = platformAction(endSupport, { revalidate: () => ['/admin/support'] })
export const resendPlatformMailAction = platformAction(resendPlatformMail, { revalidate: () => ['/admin/mails'] })
