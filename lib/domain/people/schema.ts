import { z } from 'zod'
import {
  choice,
  emailField,
  idField,
  optionalText,
  pageFields,
  queryFlag,
  requiredText,
  versionField,
} from '@/lib/shared/fields'

/** What a membership may hold. `superadmin` is of the platform and cannot be granted by a school. */
export const schoolRoles = ['rector', 'coordinator', 'secretary', 'teacher', 'student', 'acudiente'] as const
export type SchoolRole = (typeof schoolRoles)[number]

const roleSet = z
  .array(choice(schoolRoles), { error: 'validation.roleNeeded' })
  .min(1, { error: 'validation.roleNeeded' })
  .max(schoolRoles.length * 2, { error: 'validation.tooBig' })
  .overwrite((roles) => schoolRoles.filter((role) => roles.includes(role)))

export const invitePersonInput = z.strictObject({ email: emailField, fullName: requiredText(255), roles: roleSet })
export type InvitePersonInput = z.input<typeof invitePersonInput>

export const updateMembershipInput = z.strictObject({
  membershipId: idField,
  version: versionField,
  roles: roleSet.optional(),
  isActive: z.boolean().optional(),
})
export type UpdateMembershipInput = z.input<typeof updateMembershipInput>

export const listPeopleInput = z.strictObject({
  q: optionalText(200),
  role: choice(schoolRoles).optional(),
  active: queryFlag,
  ...pageFields,
})
