import { readEnv } from '@/lib/platform/env'
import { step } from '../console.ts'
import { prepareDatabase } from '../database/prepare.ts'
import { hasOwnDatabase, ownDatabase, type Target } from '../database/target.ts'
import type { Shutdown } from '../program/shutdown.ts'
import { isHalfSeeded } from './demo.ts'
import { type Postgres, startPostgres } from './postgres/server.ts'
import { secretsOf } from './secrets.ts'
import { type Store, startStore } from './store.ts'

export type Embedded = {
  /** Everything that the web server and the worker read. */
  env: NodeJS.ProcessEnv
  target: Target
  /** Absent where the settings name a database or a store of their own. */
  postgres: Postgres | undefined
  store: Store | undefined
}

export type EmbeddedOptions = {
  dataDir: string
  port: number
  production: boolean
  postgresSettings?: Record<string, string>
}

const hasOwnStore = (): boolean => Boolean(process.env.S3_ENDPOINT)

/**
 * The settings as given, with the embedded mode's own secrets and address. Throws EnvError naming what is malformed, or
 * missing because nothing embedded will fill it in: callers ask before they start anything.
 */
export function givenSettings({ dataDir, port, production }: EmbeddedOptions) {
  const given = {
    AUTH_SECRET: secretsOf(dataDir).authSecret,
    APP_URL: `http://localhost:${port}`,
    ...withoutEmpty(process.env),
    NODE_ENV: production ? ('production' as const) : ('development' as const),
  }
  readEnv({ ...(hasOwnDatabase() ? {} : ANY_DATABASE), ...(hasOwnStore() ? {} : ANY_STORE), ...given })
  return given
}

/**
 * Starts what the settings leave out (database, object store), brings the database to this version and answers the
 * whole environment of the program, validated.
 */
export async function startEmbedded(shutdown: Shutdown, options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, port } = options
  const given = givenSettings(options)
  const postgres = hasOwnDatabase()
    ? undefined
    : await step('PostgreSQL 18', () => startPostgres(dataDir, { settings: options.postgresSettings }))
  if (postgres) {
    shutdown.add(postgres.stop)
    if (isHalfSeeded(dataDir)) await step('Fresh database (the demo was cut short)', postgres.recreate)
  }
  const store = hasOwnStore()
    ? undefined
    : await step('Object store', () =>
        startStore(dataDir, [new URL(given.APP_URL).origin, `http://127.0.0.1:${port}`], networkHost(given.APP_URL)),
      )
  if (store) shutdown.add(store.stop)

  const target = postgres ?? ownDatabase()
  await step('Database migrations', () => prepareDatabase(target))
  // The program gets the application's role only.
  const env: NodeJS.ProcessEnv = { ...given, ...store?.env, DATABASE_URL: target.appUrl, PORT: String(port) }
  delete env.DATABASE_OWNER_URL
  readEnv(env)
  return { env, target, postgres, store }
}

/** The name under which other machines reach this one, when the address of the program says so. */
function networkHost(url: string): string | undefined {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? hostname : undefined
}

const ANY_DATABASE = { DATABASE_URL: 'postgresql://embedded' }
const ANY_STORE = {
  S3_ENDPOINT: 'http://embedded',
  S3_BUCKET: 'embedded',
  S3_ACCESS_KEY_ID: 'embedded',
  S3_SECRET_ACCESS_KEY: 'embedded',
}

function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value)) as NodeJS.ProcessEnv
}
