'use server'

import {
  linkGuardian,
  setGuardianActive,
  unlinkGuardian,
  updateGuardian,
  updateLink,
} from '@/lib/domain/guardians/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

/** Families stand on the pages of students and of guardians: whichever is open shows the change. */
const family = ({ school }: SchoolContext) => [`/${school.slug}/students`, `/${school.slug}/guardians`]

export const linkGuardianAction = action(linkGuardian, { revalidate: family })
export const updateLinkAction = action(updateLink, { revalidate: family })
export const unlinkGuardianAction = action(unlinkGuardian, { revalidate: family })
export const setGuardianActiveAction = action(setGuardianActive, { revalidate: family })
export const updateGuardianAction = action(updateGuardian, {
  revalidate: family,
  redirectTo: ({ school }, { id }) => `/${school.slug}/guardians/${id}`,
})
