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
import { schoolRoles } from './rules'

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

export const personRow = z.object({
  membershipId: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(schoolRoles)),
  isActive: z.boolean(),
  /** Whether the invitation was accepted: somebody without a password cannot come in yet. */
  hasAccepted: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSeenAt: z.string().nullable(),
  version: z.number(),
})
export type PersonRow = z.infer<typeof personRow>

/** One member, with whether the school wants a second factor of them. */
export const personDetail = personRow.extend({ needsSecondFactor: z.boolean() })
export type PersonDetail = z.infer<typeof personDetail>

export const peoplePage = z.object({
  items: z.array(personRow),
  nextCursor: z.string().nullable(),
  total: z.number(),
})

export const oneMembershipInput = z.strictObject({ membershipId: idField })
export const invitedPerson = z.object({ membershipId: z.string(), hasAccepted: z.boolean() })
export const savedMembership = z.object({
  membershipId: z.string(),
  version: z.number(),
  roles: z.array(z.enum(schoolRoles)),
  isActive: z.boolean(),
  sessionsEnded: z.number(),
})
export const endSessionInput = z.strictObject({ membershipId: idField, sessionId: idField })
