import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { PrismaClient } from '../../../generated/prisma/client'
import { env } from '../env'
import { log } from '../log'

type Handles = { pool: pg.Pool; prisma: PrismaClient }

// Next reloads modules in development; the pool must not be opened again each time.
const holder = globalThis as typeof globalThis & { athenaDatabase?: Handles; athenaClient?: typeof PrismaClient }

/** Takes the generated client from ./prisma, which whoever starts a process imports once. */
export function provideClient(client: typeof PrismaClient): void {
  holder.athenaClient = client
}

function open(): Handles {
  const Client = holder.athenaClient
  if (!Client) throw new Error('no database client: the program that starts imports lib/platform/db/prisma')
  const { DATABASE_URL, DB_POOL_MAX } = env()
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DB_POOL_MAX,
    // Without a limit the adapter waits for ever on a database that is down.
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'athena',
  })
  // A restarted database closes idle connections; without a listener that would end the process.
  pool.on('error', (error) => log().warn({ event: 'database.connection_lost', message: error.message }))
  return { pool, prisma: new Client({ adapter: new PrismaPg(pool) }) }
}

export function database(): Handles {
  holder.athenaDatabase ??= open()
  return holder.athenaDatabase
}

export async function closeDatabase(): Promise<void> {
  const handles = holder.athenaDatabase
  holder.athenaDatabase = undefined
  await handles?.prisma.$disconnect()
  await handles?.pool.end()
}
