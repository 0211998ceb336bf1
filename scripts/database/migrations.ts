import { Client } from 'pg'
import { ScriptError } from '../console.ts'
import { withEngine } from './engine.ts'
import { migrationList, migrationNames, schemaFiles, wayBack, writeMigration } from './files.ts'

const filters = { externalTables: [], externalEnums: [] }

/** Applies what the database lacks; answers the names of the applied migrations. The caller holds the migration lock. */
export async function deploy(ownerUrl: string): Promise<string[]> {
  await refuseNewerDatabase(ownerUrl)
  const { failedMigrationNames, editedMigrationNames } = await status(ownerUrl)
  const edited = editedMigrationNames.filter((name) => !failedMigrationNames.includes(name))
  if (edited.length > 0) {
    throw new ScriptError(`Applied migrations must not be edited: ${edited.join(', ')}. Write a new one instead.`)
  }
  return withEngine(ownerUrl, async (engine) => {
    // Each migration is one transaction, so one that failed or was cut short left nothing behind and may run again.
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationList(), filters })
    return appliedMigrationNames
  })
}

/**
 * Takes the newest migration back with its down.sql, in one transaction. The caller holds the migration lock.
 * @param name that migration's, so that nobody takes back another one than they mean
 * @throws ScriptError when it is not the newest, or when rows would go and `dropRows` is false
 */
export async function takeBack(ownerUrl: string, name: string, dropRows: boolean): Promise<void> {
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    await client.query('BEGIN')
    const applied = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`,
    )
    const newest = applied.rows[0]?.name
    if (newest !== name)
      throw new ScriptError(`Only the newest migration can be taken back: ${newest ?? 'there is none'}.`)
    const sql = wayBack(name)
    const filled = await rowsThatGo(client, sql)
    if (filled.length > 0 && !dropRows) {
      throw new ScriptError(`These rows would be lost: ${filled.join(', ')}. To lose them, add --drop-rows.`)
    }
    await client.query(sql)
    await client.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name])
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function rowsThatGo(client: Client, sql: string): Promise<string[]> {
  const filled: string[] = []
  for (const [, table = ''] of sql.matchAll(/^DROP TABLE "(\w+)"/gm)) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM "${table}"`)
    if (rows[0]?.count !== '0') filled.push(`${table} ${rows[0]?.count}`)
  }
  return filled
}

/** What is pending, failed, or was edited after it had been applied. */
export function status(ownerUrl: string) {
  return withEngine(ownerUrl, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList: migrationList(), optInToShadowDatabase: false, filters }),
  )
}

/** SQL that leads from the migrations to the schema; null when they agree. Needs the right to create databases. */
export function driftOfMigrations(ownerUrl: string): Promise<string | null> {
  return diff(ownerUrl, { tag: 'migrations', ...migrationList() })
}

/** SQL that leads from the database to the schema; null when they agree. */
export function driftOfDatabase(ownerUrl: string): Promise<string | null> {
  return diff(ownerUrl, { tag: 'schemaDatasource', files: schemaFiles(), configDir: process.cwd() })
}

/** Writes the next migration and answers its folder; null when there is nothing to migrate. */
export async function createMigration(ownerUrl: string, name: string): Promise<string | null> {
  const sql = await driftOfMigrations(ownerUrl)
  return sql === null ? null : writeMigration(name, sql)
}

async function diff(ownerUrl: string, from: Parameters<Engine['diff']>[0]['from']): Promise<string | null> {
  return withEngine(ownerUrl, async (engine) => {
    const to = { tag: 'schemaDatamodel' as const, files: schemaFiles() }
    const result = await engine.diff({ from, to, script: true, exitCode: true, filters })
    return result.exitCode === 2 ? result.stdout : null
  })
}

type Engine = Parameters<Parameters<typeof withEngine>[1]>[0]

async function refuseNewerDatabase(ownerUrl: string): Promise<void> {
  const client = new Client(ownerUrl)
  await client.connect()
  try {
    const table = await client.query(`SELECT to_regclass('public._prisma_migrations') AS name`)
    if (!table.rows[0]?.name) return
    const applied = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const known = new Set(migrationNames())
    const unknown = applied.rows.map((row) => row.migration_name).filter((name) => !known.has(name))
    if (unknown.length === 0) return
    throw new ScriptError(
      `The database belongs to a newer version of Athena (migration ${unknown.sort().at(-1)} is not in ` +
        'prisma/migrations): update the program, or choose another database or DATA_DIR.',
    )
  } finally {
    await client.end()
  }
}
