/** What a school asks of the people who come in: `school_settings.security_settings`. */
export type SecurityPolicy = {
  /** Who holds one of these roles signs in with a second factor. */
  secondFactorRoles: string[]
  /** Days from the first reminder until nothing else can be done without one. */
  graceDays: number
  /** The oldest session of a person ends when one more begins. */
  sessionsPerPerson: number
  /** A session that nobody used for so long is over. */
  idleMinutes: number
  minPassword: number
  /** Days that a password lasts; null: until somebody else knows it. */
  passwordDays: number | null
  /** Days that an invitation waits. */
  invitationDays: number
}

export const defaultPolicy: SecurityPolicy = {
  secondFactorRoles: [],
  graceDays: 7,
  sessionsPerPerson: 5,
  idleMinutes: 120,
  minPassword: 10,
  passwordDays: null,
  invitationDays: 7,
}

/** Least and most of each number. Ten minutes: use is written down once a minute, and less would end a session at work. */
export const policyRange = {
  graceDays: [0, 30],
  sessionsPerPerson: [1, 20],
  idleMinutes: [10, 480],
  minPassword: [10, 64],
  passwordDays: [30, 730],
  invitationDays: [1, 30],
} as const satisfies Partial<Record<keyof SecurityPolicy, readonly [number, number]>>

const isInRange = (name: keyof typeof policyRange, value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= policyRange[name][0] && value <= policyRange[name][1]

/** A stored policy; what is missing, or what nobody can read, is as the product comes. */
export function readPolicy(stored: unknown): SecurityPolicy {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const policy = { ...defaultPolicy }
  for (const name of Object.keys(policyRange) as (keyof typeof policyRange)[]) {
    const value = given[name]
    if (isInRange(name, value)) policy[name] = value
  }
  const { secondFactorRoles: roles } = given
  if (Array.isArray(roles)) policy.secondFactorRoles = roles.filter((role) => typeof role === 'string')
  return policy
}

/** What holds for one person, over all their schools. */
export type PersonalPolicy = Pick<
  SecurityPolicy,
  'sessionsPerPerson' | 'idleMinutes' | 'minPassword' | 'passwordDays'
> & {
  needsSecondFactor: boolean
  graceDays: number
}

/** Days in which a superadmin sets up the second factor that no school has to ask for. */
const superadminGrace = 7

/**
 * Of several schools the strictest wins, rule by rule: what protects one school's data may not be weaker because the
 * person works in another one too. Who is in no school has the product's own rules.
 */
export function strictest(
  held: readonly { roles: readonly string[]; policy: SecurityPolicy }[],
  isSuperadmin: boolean,
): PersonalPolicy {
  const policies = held.length > 0 ? held.map(({ policy }) => policy) : [defaultPolicy]
  const asking = held.filter(({ roles, policy }) => roles.some((role) => policy.secondFactorRoles.includes(role)))
  const graces = [...asking.map(({ policy }) => policy.graceDays), ...(isSuperadmin ? [superadminGrace] : [])]
  const lasting = policies.flatMap(({ passwordDays }) => passwordDays ?? [])
  return {
    needsSecondFactor: graces.length > 0,
    graceDays: graces.length > 0 ? Math.min(...graces) : 0,
    sessionsPerPerson: Math.min(...policies.map((policy) => policy.sessionsPerPerson)),
    idleMinutes: Math.min(...policies.map((policy) => policy.idleMinutes)),
    minPassword: Math.max(...policies.map((policy) => policy.minPassword)),
    passwordDays: lasting.length > 0 ? Math.min(...lasting) : null,
  }
}

/** What a person has to do before anything else, or null. */
export type Owed = 'second_factor' | 'password' | 'longer_password'

const day = 86_400_000

/**
 * @param person.passwordIsShort when it was last typed it was shorter than asked for: its length is known at no other time
 * @param person.askedAt when the person was first told that a second factor is wanted; null: not yet, so nothing is late
 * @returns what is owed now, and until when the second factor can wait
 */
export function debts(
  policy: PersonalPolicy,
  person: { hasSecondFactor: boolean; askedAt: Date | null; passwordChangedAt: Date | null; passwordIsShort: boolean },
  now = new Date(),
): { owes: Owed | null; secondFactorDueAt: Date | null } {
  const missing = policy.needsSecondFactor && !person.hasSecondFactor
  const dueAt = missing && person.askedAt ? new Date(person.askedAt.getTime() + policy.graceDays * day) : null
  if (dueAt && dueAt <= now) return { owes: 'second_factor', secondFactorDueAt: dueAt }
  const { passwordDays } = policy
  const until =
    passwordDays && person.passwordChangedAt ? person.passwordChangedAt.getTime() + passwordDays * day : null
  const owes = until !== null && until <= now.getTime() ? 'password' : person.passwordIsShort ? 'longer_password' : null
  return { owes, secondFactorDueAt: dueAt }
}
