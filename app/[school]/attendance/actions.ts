'use server'

import { decideCorrection, requestCorrection } from '@/lib/domain/attendance/corrections/commands'
import { createExcuse, decideExcuse } from '@/lib/domain/attendance/excuses/commands'
import { confirmExcuseFile, offerExcuseFile } from '@/lib/domain/attendance/excuses/files/commands'
import { updateAttendanceSettings } from '@/lib/domain/attendance/settings/commands'
import { action } from '@/lib/platform/action'

const home = (slug: string) => `/${slug}/attendance`

export const requestCorrectionAction = action(requestCorrection)

export const decideCorrectionAction = action(decideCorrection, {
  revalidate: ({ school }) => [home(school.slug), `${home(school.slug)}/corrections`],
})

export const decideExcuseAction = action(decideExcuse, {
  revalidate: ({ school }) => [home(school.slug), `${home(school.slug)}/excuses`],
})

export const createExcuseAction = action(createExcuse, {
  revalidate: ({ school }) => [`${home(school.slug)}/excuses`],
  redirectTo: ({ school }) => `${home(school.slug)}/excuses`,
})

export const offerExcuseFileAction = action(offerExcuseFile)
export const confirmExcuseFileAction = action(confirmExcuseFile)

export const updateAttendanceSettingsAction = action(updateAttendanceSettings, {
  revalidate: ({ school }) => [home(school.slug), `${home(school.slug)}/settings`],
})
