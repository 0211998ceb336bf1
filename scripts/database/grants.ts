import { Client } from 'pg'
import { foreignTables, type Rights, tableLines } from '@/prisma/tables'
import { ScriptError } from '../console.ts'

const QUEUE_SCHEMA = 'pgboss'

type Column = { table: string; column: string; inKey: boolean }

/**
 * Gives the application's role exactly its rights, in one transaction: what prisma/tables.ts says of each table, UPDATE
 * never on `school_id` and the primary key, nothing on Prisma's own table, no DDL.
 */
export async function grantToApp(ownerUrl: string, appUrl: string): Promise<void> {
  const role = roleOf(appUrl)
  if (role === roleOf(ownerUrl)) {
    throw new ScriptError(
      `DATABASE_URL and DATABASE_OWNER_URL both name the role "${role}": the application needs its own.`,
    )
  }
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    await client.query('BEGIN')
    for (const statement of statementsFor(client.escapeIdentifier(role), await columnsOf(client))) {
      await client.query(statement)
    }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

function statementsFor(role: string, columns: Column[]): string[] {
  const tables = Map.groupBy(columns, ({ table }) => table)
  const rights = [...tables].flatMap(([table, its]) => {
    const line = tableLines[table]
    if (!line && !(table in foreignTables)) throw new ScriptError(`${table} has no line in prisma/tables.ts.`)
    return line ? rightsOn(table, its, line.rights, role) : []
  })
  return [
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
    ...rights,
    `GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role}`,
  ]
}

function rightsOn(table: string, its: Column[], rights: Rights, role: string): string[] {
  const free = its.filter(({ column, inKey }) => column !== 'school_id' && !inKey).map(({ column }) => column)
  const changing =
    rights === 'once' ? [] : typeof rights === 'string' ? free : free.filter((name) => rights.includes(name))
  return [
    `GRANT SELECT, INSERT${rights === 'write' ? ', DELETE' : ''} ON "${table}" TO ${role}`,
    ...(changing.length > 0
      ? [`GRANT UPDATE (${changing.map((column) => `"${column}"`).join(', ')}) ON "${table}" TO ${role}`]
      : []),
  ]
}

async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    SELECT c.relname AS table, a.attname AS column, COALESCE(a.attnum = ANY (k.conkey), false) AS "inKey"
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    ORDER BY c.relname, a.attnum`)
  return rows
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}
