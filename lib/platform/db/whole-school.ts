import pg from 'pg'
import { env } from '../env'
import { registry } from './registry'

/** The tables of a school, as the registry knows them. */
export const schoolTables: readonly string[] = Object.values(registry)
  .filter(({ tenant }) => tenant)
  .map(({ table }) => table)
  .sort()

/** A connection outside the pool: its limits are made for requests, and this reads or removes whole schools. */
async function patiently<T>(work: (client: pg.Client) => Promise<T>, url = env().DATABASE_URL): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'athena whole school' })
  // The query under way fails as well, and says so.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export type TableRows = { table: string; rows: string[] }

/** Columns of the school's rows that name a person. */
async function namingPeople(client: pg.Client): Promise<{ table: string; column: string }[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as "table", a.attname::text as "column"
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'users'::regclass and array_length(c.conkey, 1) = 1`,
  )
  return rows.filter(({ table }) => schoolTables.includes(table))
}

/** Finished archives of the school are no part of the next one. */
const without = (table: string) => (table === 'stored_files' ? " and purpose <> 'export'" : '')

/**
 * Every row of the school, and whom they name, as PostgreSQL writes it in JSON, table by table and in portions, as of one moment.
 * The order of a table's rows follows from the rows: the same school gives the same text.
 * @param take is given each portion; a table without rows has none
 */
export async function readWholeSchool(
  schoolId: string,
  take: (portion: TableRows) => Promise<void>,
  url?: string,
): Promise<void> {
  await patiently(async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const school = await client.query<{ row: string }>('select to_jsonb(t)::text as row from schools t where id = $1', [
      schoolId,
    ])
    await take({ table: 'schools', rows: school.rows.map(({ row }) => row) })
    // Names and addresses of its people, and of who did something in it; passwords and sessions are theirs, not the school's.
    const named = (await namingPeople(client)).map(
      ({ table, column }) => `select ${column} from ${table} where school_id = $1${without(table)}`,
    )
    const people = await client.query<{ row: string }>(
      `select jsonb_build_object('id', id, 'email', email, 'full_name', full_name, 'locale', locale)::text as row
         from users where id in (${named.join(' union ')}) order by id`,
      [schoolId],
    )
    await take({ table: 'users', rows: people.rows.map(({ row }) => row) })
    for (const table of schoolTables) {
      await client.query(
        `declare portion no scroll cursor for
         select to_jsonb(t)::text as row from ${table} t where school_id = $1${without(table)}
          order by to_jsonb(t)::text collate "C"`,
        [schoolId],
      )
      for (;;) {
        const { rows } = await client.query<{ row: string }>('fetch 2000 from portion')
        if (rows.length === 0) break
        await take({ table, rows: rows.map(({ row }) => row) })
      }
      await client.query('close portion')
    }
    await client.query('commit')
  }, url)
}

/**
 * Removes every row of the school, and the people who were in no other one. Students go in portions, each with all that
 * hangs on them, so that nobody else waits long; cut short, it goes on where it stopped.
 * @returns how many rows each table had when it began
 * @throws Error for a school that is open
 */
export async function removeWholeSchool(schoolId: string): Promise<Record<string, number>> {
  return patiently(async (client) => {
    const open = await client.query('select from schools where id = $1 and is_active', [schoolId])
    if (open.rowCount) throw new Error('the school is open')
    const counts: Record<string, number> = {}
    for (const table of schoolTables) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from ${table} where school_id = $1`,
        [schoolId],
      )
      if (rows[0]?.n) counts[table] = rows[0].n
    }
    for (;;) {
      const { rowCount } = await client.query(
        'delete from students where school_id = $1 and id in (select id from students where school_id = $1 limit 200)',
        [schoolId],
      )
      if (!rowCount) break
    }
    await client.query('begin')
    const people = await client.query<{ id: string }>(
      `select user_id as id from school_memberships m join users u on u.id = m.user_id
        where m.school_id = $1 and not u.is_superadmin
          and not exists (select from school_memberships o where o.user_id = m.user_id and o.school_id <> $1)`,
      [schoolId],
    )
    await client.query('delete from schools where id = $1', [schoolId])
    const { rowCount } = await client.query('delete from users where id = any($1)', [people.rows.map(({ id }) => id)])
    await client.query('commit')
    return { ...counts, users: rowCount ?? 0 }
  })
}
