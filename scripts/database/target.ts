import { ScriptError } from '../console.ts'
import { claimDataFolder, dataDir } from '../program/data-folder.ts'
import { readRunning } from '../program/running.ts'
import { startPostgres } from '../services/postgres/server.ts'

export type Target = { ownerUrl: string; appUrl: string }

/** True when the settings name a database of their own, so that none is embedded. */
export const hasOwnDatabase = (): boolean => Boolean(process.env.DATABASE_URL)

/** The two addresses of a database that the settings name. Throws ScriptError naming the missing one. */
export function ownDatabase(): Target {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env
  if (!ownerUrl)
    throw new ScriptError('DATABASE_OWNER_URL is missing: migrations run as the role that owns the database.')
  if (!appUrl)
    throw new ScriptError('DATABASE_URL is missing: it names the role that gets the rights. See .env.example.')
  return { ownerUrl, appUrl }
}

/** Runs `use` on the database of the settings, of the running `npm start`, or of an embedded one started for the purpose. */
export async function withDatabase<T>(use: (target: Target) => Promise<T>): Promise<T> {
  if (hasOwnDatabase() || process.env.DATABASE_OWNER_URL) return use(ownDatabase())
  const running = readRunning(dataDir())
  if (running) return use({ ownerUrl: running.ownerDatabaseUrl, appUrl: running.databaseUrl })
  const release = claimDataFolder(dataDir())
  const postgres = await startPostgres(dataDir())
  try {
    return await use(postgres)
  } finally {
    await postgres.stop()
    release()
  }
}
