import { database } from './db/client'
import { hashSecret, sameHash } from './secrets'
import { readSessionKey } from './session-cookie'

export const sessionLimits = {
  /** A session that nobody used for so long is over. */
  idleMinutes: 120,
  /** At the latest then a person signs in again. */
  absoluteHours: 12,
  /** The oldest session of a person ends when one more begins. */
  perUser: 5,
} as const

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
}

type Row = {
  secret_hash: string
  stale: boolean
  user_id: string
  full_name: string
  email: string
  is_superadmin: boolean
  locale: string
  memberships: Membership[] | null
}

// Rights are read here at every request; the cookie only says which row to read.
const statement = `
  select s.secret_hash, s.last_seen_at < now() - interval '5 minutes' as stale,
         u.id as user_id, u.full_name, u.email, u.is_superadmin, u.locale,
         (select json_agg(json_build_object('id', m.id, 'roles', m.roles, 'closedModules', c.limits -> 'closedModules',
                   'school', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name)) order by c.name)
            from school_memberships m join schools c on c.id = m.school_id
           where m.user_id = u.id and m.is_active and c.is_active) as memberships
    from auth_sessions s join users u on u.id = s.user_id
   where s.id = $1 and s.revoked_at is null and s.expires_at > now() and u.is_active
     and s.last_seen_at > now() - make_interval(mins => $2)`

/**
 * The one way to know who is there: the row that the cookie names is alive AND its secret is the cookie's AND the person is active.
 * @param cookie value of the session cookie
 */
export async function readSession(cookie: string | undefined): Promise<Session | null> {
  const key = readSessionKey(cookie)
  if (!key) return null
  const { rows } = await database().pool.query<Row>({
    name: 'session',
    text: statement,
    values: [key.sid, sessionLimits.idleMinutes],
  })
  const row = rows[0]
  if (!row || !sameHash(row.secret_hash, hashSecret(key.secret))) return null
  if (row.stale)
    void database()
      .pool.query('update auth_sessions set last_seen_at = now() where id = $1', [key.sid])
      .catch(() => {})
  return {
    sessionId: key.sid,
    user: {
      id: row.user_id,
      name: row.full_name,
      email: row.email,
      isSuperadmin: row.is_superadmin,
      locale: row.locale,
    },
    memberships: row.memberships ?? [],
  }
}
