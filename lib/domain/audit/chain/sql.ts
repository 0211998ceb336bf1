import type { Link, Linked } from '@/lib/platform/audit-chain'
import type { ChainSource } from '@/lib/platform/audit-check'
import type { Sql } from '@/lib/platform/db/sql'

/** The history of one school, as its chain is read. */
export const schoolChain = (sql: Sql, schoolId: string): ChainSource => ({
  head: async () => {
    const [head] = await sql<Link>`select seq, hash from audit_heads where school_id = ${schoolId}`
    return head ?? null
  },
  after: (seq, limit) => sql<Linked>`
    select id, at, actor_kind, actor_id, actor_name, action, entity, entity_id, student_id, before, after, reason,
           request_id, ip, user_agent, seq, hash
      from audit_log where school_id = ${schoolId} and seq > ${seq} order by seq limit ${limit}`,
  stray: async () => {
    const [stray] = await sql<{ id: string }>`
      select id from audit_log
       where school_id = ${schoolId} and seq is null
         and at > (select min(l.at) from audit_log l where l.school_id = ${schoolId} and l.seq = 1)
       order by at limit 1`
    return stray ?? null
  },
})
