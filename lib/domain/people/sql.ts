import { fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import type { SchoolRole } from './rules'

type Wanted = {
  words: string[]
  role?: SchoolRole
  active?: boolean
  after?: { name: string; id: string }
  limit: number
}

export type StoredPerson = {
  membership_id: string
  full_name: string
  email: string
  roles: SchoolRole[]
  is_active: boolean
  has_accepted: boolean
  has_second_factor: boolean
  last_seen_at: Date | null
  version: number
  total: string
}

/** Members by name, without regard to accents; the total counts them all, whatever page is asked for. */
export function findPeople(sql: Sql, schoolId: string, { words, role, active, after, limit }: Wanted) {
  const matching = words.map(
    (word) =>
      fragment` and translate(lower(u.full_name || ' ' || u.email), 'áéíóúüñàèìòù', 'aeiouunaeiou') like ${`%${word}%`}`,
  )
  return sql<StoredPerson>`
    with found as (
      select m.id as membership_id, u.id as user_id, u.full_name, u.email, m.roles, m.is_active, m.version
        from school_memberships m join users u on u.id = m.user_id
       where m.school_id = ${schoolId}
         ${role ? fragment`and m.roles @> ${JSON.stringify([role])}::jsonb` : nothing}
         ${active === undefined ? nothing : fragment`and m.is_active = ${active}`}
         ${matching.reduce((all, one) => fragment`${all}${one}`, nothing)})
    select f.membership_id, f.full_name, f.email, f.roles, f.is_active, f.version, c.user_id is not null as has_accepted,
           s2.confirmed_at is not null as has_second_factor,
           (select max(s.last_seen_at) from auth_sessions s where s.user_id = f.user_id) as last_seen_at,
           (select count(*) from found) as total
      from found f left join user_credentials c on c.user_id = f.user_id
           left join user_second_factors s2 on s2.user_id = f.user_id
     ${after ? fragment`where (f.full_name, f.membership_id) > (${after.name}, ${after.id}::uuid)` : nothing}
     order by f.full_name, f.membership_id limit ${limit}`
}
