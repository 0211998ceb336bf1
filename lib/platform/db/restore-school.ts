import pg from 'pg'
import { fillingOrder, type Order, type Tie } from './school-order'
import { schoolTables } from './whole-school'

/** Rows of a table in portions, each row as PostgreSQL wrote it in JSON. */
export type ReadRows = (table: string) => AsyncIterable<string[]>

const restored = ['schools', 'users', ...schoolTables]

async function orderOf(client: pg.Client): Promise<Order> {
  const { rows } = await client.query<Tie>(
    `select c.conrelid::regclass::text as "table", c.confrelid::regclass::text as target,
            array_agg(a.attname::text) filter (where a.attname <> 'school_id') as columns,
            bool_and(not a.attnotnull) filter (where a.attname <> 'school_id') as nullable
       from pg_constraint c
       join unnest(c.conkey) k(no) on true
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      group by c.oid, c.conrelid, c.confrelid`,
  )
  return fillingOrder(
    restored,
    rows.map((tie) => ({ ...tie, columns: tie.columns ?? [], nullable: tie.nullable ?? false })),
  )
}

/** The columns of each table as this database has them. */
export async function columnsOf(url: string, tables: readonly string[] = restored): Promise<Record<string, string[]>> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `select table_name as name, array_agg(column_name::text order by column_name) as columns
         from information_schema.columns where table_schema = 'public' and table_name = any($1) group by table_name`,
      [tables],
    )
    return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]))
  })
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'athena restore school' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const list = (portion: readonly string[]) => `[${portion.join(',')}]`

const schoolOf = (table: string, line: string): unknown => {
  const row = JSON.parse(line) as { id?: unknown; school_id?: unknown }
  return table === 'schools' ? row.id : row.school_id
}

/** A table with a row of another school than the archive's: who may write every table would write into that one. */
async function stranger(schoolId: string, read: ReadRows): Promise<string | null> {
  for (const table of restored)
    if (table !== 'users')
      for await (const portion of read(table))
        if (portion.some((line) => schoolOf(table, line) !== schoolId)) return `${table} has a row of another school`
  return null
}

async function fill(client: pg.Client, table: string, later: readonly string[], read: ReadRows): Promise<number> {
  let count = 0
  for await (const portion of read(table)) {
    const { rowCount } =
      table === 'users'
        ? await client.query(
            `insert into users (id, email, full_name, locale)
             select r.id, r.email, r.full_name, r.locale from json_populate_recordset(null::users, $1::json) r
             on conflict (id) do nothing`,
            [list(portion)],
          )
        : await client.query(
            `insert into ${table}
             select (jsonb_populate_record(null::${table}, r - $2::text[])).* from jsonb_array_elements($1::jsonb) r`,
            [list(portion), later],
          )
    count += rowCount ?? 0
  }
  return count
}

async function close(client: pg.Client, table: string, columns: readonly string[], read: ReadRows): Promise<void> {
  const changes = columns.map((column) => `${column} = r.${column}`)
  const any = columns.map((column) => `r.${column} is not null`).join(' or ')
  for await (const portion of read(table))
    await client.query(
      `update ${table} t set ${changes} from json_populate_recordset(null::${table}, $1::json) r
        where t.school_id = r.school_id and t.id = r.id and (${any})`,
      [list(portion)],
    )
}

/** What stands in the way of a restored school: its id, its address, or a person with another id. */
async function collision(client: pg.Client, read: ReadRows): Promise<string | null> {
  for await (const portion of read('schools')) {
    const { rows } = await client.query<{ slug: string }>(
      `select s.slug from schools s join json_populate_recordset(null::schools, $1::json) r on s.id = r.id or s.slug = r.slug`,
      [list(portion)],
    )
    if (rows[0]) return `the school ${rows[0].slug} is there already`
  }
  for await (const portion of read('users')) {
    const { rows } = await client.query<{ email: string }>(
      `select u.email from users u join json_populate_recordset(null::users, $1::json) r on u.email = r.email and u.id <> r.id`,
      [list(portion)],
    )
    if (rows[0]) return `somebody with the address ${rows[0].email} is there already, as another person`
  }
  return null
}

/**
 * Puts every row of an exported school into a database that does not have it, in one transaction: all of it or nothing.
 * People come with name and address; their passwords were not exported.
 * @param url of a role that may write every table
 * @param schoolId the only school of which there may be rows
 * @returns how many rows each table got, or why none did
 */
export async function restoreRows(
  url: string,
  schoolId: string,
  read: ReadRows,
): Promise<{ ok: true; rows: Record<string, number> } | { ok: false; why: string }> {
  return connected(url, async (client) => {
    await client.query('begin')
    const why = (await stranger(schoolId, read)) ?? (await collision(client, read))
    if (why) return { ok: false, why }
    const { tables, later } = await orderOf(client)
    const rows: Record<string, number> = {}
    for (const table of tables) rows[table] = await fill(client, table, later.get(table) ?? [], read)
    for (const [table, columns] of later) if (table !== 'users') await close(client, table, columns, read)
    await client.query('commit')
    return { ok: true, rows }
  })
}
