import { debts, type Owed, type PersonalPolicy, readPolicy, strictest } from '../shared/security-policy'
import { database } from './db/client'
import { AppError } from './errors'
import { hashSecret, sameHash } from './secrets'
import { readSessionKey } from './session-cookie'

/** At the latest then a person signs in again; everything else is for the schools to say (lib/shared/security-policy). */
export const sessionLimits = { absoluteHours: 12 } as const

export type Membership = {
  id: string
  roles: string[]
  closedModules: string[] | null
  school: { id: string; slug: string; name: string }
}

export type Session = {
  sessionId: string
  user: { id: string; name: string; email: string; isSuperadmin: boolean; locale: string }
  memberships: Membership[]
  /** What has to be done before anything else. As long as it is, the session leads into no school. */
  owes: Owed | null
  secondFactor: { has: boolean; needed: boolean; dueAt: Date | null }
}

type Held = Membership & { security: unknown }

type Row = {
  secret_hash: string
  idle_seconds: number
  user_id: string
  full_name: string
  email: string
  is_superadmin: boolean
  locale: string
  has_second_factor: boolean
  asked_at: Date | null
  password_changed_at: Date | null
  password_is_short: boolean | null
  memberships: Held[] | null
}

const heldBy = (user: string) => `
  (select json_agg(json_build_object('id', m.id, 'roles', m.roles, 'security', g.security_settings,
            'closedModules', c.limits -> 'closedModules',
            'school', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name)) order by c.name)
     from school_memberships m join schools c on c.id = m.school_id
     left join school_settings g on g.school_id = m.school_id
    where m.user_id = ${user} and m.is_active and c.is_active)`

// Rights are read here at every request; the cookie only says which row to read.
const statement = `
  select s.secret_hash, extract(epoch from now() - s.last_seen_at)::int as idle_seconds,
         u.id as user_id, u.full_name, u.email, u.is_superadmin, u.locale,
         f.confirmed_at is not null as has_second_factor, f.asked_at, k.changed_at as password_changed_at,
         k.is_short as password_is_short,
         ${heldBy('u.id')} as memberships
    from auth_sessions s join users u on u.id = s.user_id
    left join user_second_factors f on f.user_id = u.id
    left join user_credentials k on k.user_id = u.id
   where s.id = $1 and s.revoked_at is null and s.expires_at > now() and u.is_active`

const rulesFor = (held: Held[] | null, isSuperadmin: boolean): PersonalPolicy =>
  strictest(
    (held ?? []).map(({ roles, security }) => ({ roles, policy: readPolicy(security) })),
    isSuperadmin,
  )

/** Use is written down often enough for the shortest time that a school may set, and no oftener than it needs. */
const staleAfter = (idleMinutes: number): number => Math.min(300, idleMinutes * 6)

/**
 * The one way to know who is there: the row that the cookie names is alive AND its secret is the cookie's AND the person is active.
 * Who owes something gets a session without schools, so that no door can make a context of it.
 * @param cookie value of the session cookie
 */
export async function readSession(cookie: string | undefined): Promise<Session | null> {
  const key = readSessionKey(cookie)
  if (!key) return null
  const { rows } = await database().pool.query<Row>({ name: 'session', text: statement, values: [key.sid] })
  const row = rows[0]
  if (!row || !sameHash(row.secret_hash, hashSecret(key.secret))) return null
  const rules = rulesFor(row.memberships, row.is_superadmin)
  if (row.idle_seconds >= rules.idleMinutes * 60) return null
  if (row.idle_seconds >= staleAfter(rules.idleMinutes))
    void database()
      .pool.query('update auth_sessions set last_seen_at = now() where id = $1', [key.sid])
      .catch(() => {})
  const has = row.has_second_factor
  const { owes, secondFactorDueAt } = debts(rules, {
    hasSecondFactor: has,
    askedAt: row.asked_at,
    passwordChangedAt: row.password_changed_at,
    passwordIsShort: row.password_is_short ?? false,
  })
  return {
    sessionId: key.sid,
    user: {
      id: row.user_id,
      name: row.full_name,
      email: row.email,
      isSuperadmin: row.is_superadmin && !owes,
      locale: row.locale,
    },
    memberships: owes ? [] : (row.memberships ?? []).map(({ security: _, ...membership }) => membership),
    owes,
    secondFactor: { has, needed: rules.needsSecondFactor, dueAt: secondFactorDueAt },
  }
}

/** For doors into schools and the platform. @throws AppError forbidden, saying what has to be done first */
export function refuseOwing(session: Session | null): void {
  if (session?.owes) throw new AppError('forbidden', { reason: `account.refusal.owes_${session.owes}` })
}

/** The rules for a person over all their schools, for signing in and for choosing a password. */
export async function policyOf(userId: string): Promise<PersonalPolicy> {
  const { rows } = await database().pool.query<{ is_superadmin: boolean; memberships: Held[] | null }>(
    `select u.is_superadmin, ${heldBy('u.id')} as memberships from users u where u.id = $1`,
    [userId],
  )
  return rulesFor(rows[0]?.memberships ?? null, rows[0]?.is_superadmin ?? false)
}

/** Whether a person has rights beyond the one school: in another school, or on the platform. Says nothing more. */
export async function hasRightsElsewhere(userId: string, schoolId: string): Promise<boolean> {
  const { rows } = await database().pool.query<{ elsewhere: boolean }>(
    `select u.is_superadmin or exists (select 1 from school_memberships m join schools c on c.id = m.school_id
        where m.user_id = u.id and m.school_id <> $2 and m.is_active and c.is_active) as elsewhere
       from users u where u.id = $1`,
    [userId, schoolId],
  )
  return rows[0]?.elsewhere ?? false
}
