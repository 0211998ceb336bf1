import type { Sql } from '@/lib/platform/db/sql'

type Counts = { people: string; with_second_factor: string; still_missing: string }

/** Who of the school's people has a second factor; `roles`: those who must. */
export async function countSecondFactors(sql: Sql, schoolId: string, roles: readonly string[]) {
  const [row] = await sql<Counts>`
    select count(*) as people, count(f.confirmed_at) as with_second_factor,
           count(*) filter (where f.confirmed_at is null and m.roles ?| ${roles}::text[]) as still_missing
      from school_memberships m join users u on u.id = m.user_id
      left join user_second_factors f on f.user_id = m.user_id
     where m.school_id = ${schoolId} and m.is_active and u.is_active`
  return {
    people: Number(row?.people ?? 0),
    withSecondFactor: Number(row?.with_second_factor ?? 0),
    stillMissing: Number(row?.still_missing ?? 0),
  }
}
