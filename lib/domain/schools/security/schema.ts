import { z } from 'zod'
import { schoolRoles } from '@/lib/domain/people/rules'
import { choice, versionField } from '@/lib/shared/fields'
import { policyRange } from '@/lib/shared/security-policy'

const whole = (name: keyof typeof policyRange) => {
  const [least, most] = policyRange[name]
  return z
    .number({ error: `validation.range.${name}` })
    .int({ error: `validation.range.${name}` })
    .min(least, { error: `validation.range.${name}` })
    .max(most, { error: `validation.range.${name}` })
}

const fields = {
  secondFactorRoles: z
    .array(choice(schoolRoles))
    .max(schoolRoles.length * 2, { error: 'validation.tooBig' })
    .overwrite((roles) => schoolRoles.filter((role) => roles.includes(role))),
  graceDays: whole('graceDays'),
  sessionsPerPerson: whole('sessionsPerPerson'),
  idleMinutes: whole('idleMinutes'),
  minPassword: whole('minPassword'),
  /** null: a password lasts until somebody else knows it. */
  passwordDays: whole('passwordDays').nullable(),
  invitationDays: whole('invitationDays'),
}

export const updateSecurityInput = z.strictObject({ ...z.strictObject(fields).partial().shape, version: versionField })
export type UpdateSecurityInput = z.input<typeof updateSecurityInput>

export const securitySettings = z.object({
  version: z.number(),
  secondFactorRoles: z.array(z.enum(schoolRoles)),
  graceDays: z.number(),
  sessionsPerPerson: z.number(),
  idleMinutes: z.number(),
  minPassword: z.number(),
  passwordDays: z.number().nullable(),
  invitationDays: z.number(),
})
export type SecuritySettings = z.infer<typeof securitySettings>

/** How many of the school's people have a second factor, and how many of those who must still lack it. */
export const securityOverview = securitySettings.extend({
  people: z.number(),
  withSecondFactor: z.number(),
  stillMissing: z.number(),
})
export type SecurityOverview = z.infer<typeof securityOverview>
