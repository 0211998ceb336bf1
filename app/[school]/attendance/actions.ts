'use server'

import { decideCorrection, requestCorrection } from '@/lib/domain/attendance/corrections/commands'
import { action } from '@/lib/platform/action'

const home = (slug: string) => `/${slug}/attendance`

export const requestCorrectionAction = action(requestCorrection)

export const decideCorrectionAction = action(decideCorrection, {
  revalidate: ({ school }) => [home(school.slug), `${home(school.slug)}/corrections`],
})
