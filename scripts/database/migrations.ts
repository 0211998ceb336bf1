import { Client } from 'pg'
import { ScriptError } from '../console.ts'
import { withEngine } from './engine.ts'
import { migrationList, migrationNames, schemaFiles, writeMigration } from './files.ts'

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
