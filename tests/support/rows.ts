import { Client } from 'pg'
import { env } from '@/lib/platform/env'
import { modelNamed, tenantModels } from './models'

let owner: Promise<Client> | undefined

/** A connection of the owner's role: sees everything, past the program's own guards. */
export function ownerClient(): Promise<Client> {
  owner ??= (async () => {
    const client = new Client(env().DATABASE_OWNER_URL)
    await client.connect()
    return client
  })()
  return owner
}

/** Ids of all rows of the school by model; settings count under the school's own id. */
export async function rowIds(schoolId: string): Promise<Record<string, string[]>> {
  const client = await ownerClient()
  const ids: Record<string, string[]> = {}
  for (const { name, table } of tenantModels) {
    const column = name === 'SchoolSettings' ? 'school_id' : 'id'
    const { rows } = await client.query<{ id: string }>(
      `select ${column} as id from ${table} where school_id = $1 order by 1`,
      [schoolId],
    )
    ids[name] = rows.map(({ id }) => id)
  }
  return ids
}

const part = (table: string, condition: string) =>
  `select '${table}' as name, coalesce(md5(string_agg(r, chr(10) order by r)), '') as hash
     from (select (case when $2 then to_jsonb(t) - 'updated_at' else to_jsonb(t) end)::text as r
             from ${table} t where ${condition}) rows_of_it`

const statement = [
  ...tenantModels.map(({ table }) => part(table, 't.school_id = $1')),
  part('schools', 't.id = $1'),
  ...['User', 'UserCredential', 'AuthSession', 'UserToken'].map((name) => {
    const column = name === 'User' ? 'id' : 'user_id'
    return part(
      modelNamed(name).table,
      `t.${column} in (select user_id from school_memberships where school_id = $1)
       and t.${column} not in (select user_id from school_memberships where school_id <> $1)`,
    )
  }),
].join(' union all ')

/**
 * One hash per table over everything that is the school's: its rows, its own row, and the people who are in no other school.
 * `content`: without the moment of the last save, which commands also touch to lock a row.
 */
export async function fingerprint(schoolId: string, { content = false } = {}): Promise<Record<string, string>> {
  const { rows } = await (await ownerClient()).query<{ name: string; hash: string }>(statement, [schoolId, content])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
