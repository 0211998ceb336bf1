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

/** When somebody was last seen changes with every call, a refused one too. */
const part = (table: string, condition: string) =>
  `select '${table}' as name, coalesce(md5(string_agg(r, chr(10) order by r)), '') as hash
     from (select (to_jsonb(t) - 'last_seen_at' - 'last_used_at' - case when $2 then 'updated_at' else '' end)::text as r
             from ${table} t where ${condition}) rows_of_it`

/** Each table's hash, by table. */
const parts: Record<string, string> = Object.fromEntries([
  ...tenantModels.map(({ table }) => [table, part(table, 't.school_id = $1')]),
  ['schools', part('schools', 't.id = $1')],
  ...['User', 'UserCredential', 'AuthSession', 'UserToken'].map((name) => {
    const { table } = modelNamed(name)
    const column = name === 'User' ? 'id' : 'user_id'
    return [
      table,
      part(
        table,
        `t.${column} in (select user_id from school_memberships where school_id = $1)
         and t.${column} not in (select user_id from school_memberships where school_id <> $1)`,
      ),
    ]
  }),
])

type Hashes = Record<string, string>
type Ask = (text: string, values: unknown[]) => Promise<{ name: string; hash: string }[]>

const asOwner: Ask = async (text, values) => (await (await ownerClient()).query(text, values)).rows

/**
 * One hash per table over everything that is the school's: its rows, its own row, and the people who are in no other school.
 * `content`: without the moment of the last save, which commands also touch to lock a row.
 * `tables`: of these only. `ask`: on another connection than the owner's, which sees what a transaction has not saved yet.
 */
export async function fingerprint(
  schoolId: string,
  {
    content = false,
    tables = Object.keys(parts),
    ask = asOwner,
  }: { content?: boolean; tables?: string[]; ask?: Ask } = {},
): Promise<Hashes> {
  const wanted = tables.flatMap((table) => parts[table] ?? [])
  if (wanted.length === 0) return {}
  const rows = await ask(wanted.join(' union all '), [schoolId, content])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
