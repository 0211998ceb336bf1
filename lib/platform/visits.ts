import type { SchoolContext, Support } from './context'
import { database } from './db/client'

/** What a context of a school is made of. */
export type School = SchoolContext['school'] & { closed: string[] | null }

export const schoolColumns = "c.id, c.slug, c.name, c.limits -> 'closedModules' as closed"

export type Visit = School & { grant_id: string; reason: string; mode: Support['mode']; until: Date }

/**
 * The visit of a superadmin that runs now. There is no other way into a school for who is not a member of it
 * (docs/decisions/0013-support-access.md); what is done during one carries its mark in every line of the school's history.
 */
export async function findVisit(userId: string, wanted: { slug: string } | { id: string }): Promise<Visit | null> {
  const { rows } = await database().pool.query<Visit>(
    `select ${schoolColumns}, g.id as grant_id, g.reason, g.mode, g.expires_at as until
       from schools c join support_grants g on g.school_id = c.id
      where c.${'slug' in wanted ? 'slug' : 'id'} = $1 and c.is_active
        and g.user_id = $2 and g.ended_at is null and g.expires_at > now()
      order by g.expires_at desc limit 1`,
    ['slug' in wanted ? wanted.slug : wanted.id, userId],
  )
  return rows[0] ?? null
}

/** So every line of a visit in the school's history says what it is. */
export const supportName = (name: string) => `${name} (soporte)`
