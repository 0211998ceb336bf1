import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { type Postgres, startPostgres } from '@/scripts/services/postgres/server'
import { type Store, startStore } from '@/scripts/services/store'

export type TestServices = {
  /** The cluster's superuser: creates the copies of the template. */
  superuserUrl: string
  /** The template's addresses; a copy differs in the name of the database only. */
  ownerUrl: string
  appUrl: string
  storeEnv: Store['env']
}

declare module 'vitest' {
  export interface ProvidedContext {
    services: TestServices
  }
}

export const TEMPLATE = 'athena'

type Running = { postgres: Postgres; store: Store; folder: string; users: number }

// Every project of vitest.config.ts loads this file for itself; they share one PostgreSQL and one store.
const shared = globalThis as typeof globalThis & { athenaTestServices?: Promise<Running> }

/** Starts PostgreSQL and the object store in a folder of their own and migrates the template database once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.athenaTestServices ??= start()
  const running = await shared.athenaTestServices
  running.users += 1
  const { superuserUrl, ownerUrl, appUrl } = running.postgres
  project.provide('services', { superuserUrl, ownerUrl, appUrl, storeEnv: running.store.env })
  return async () => {
    running.users -= 1
    if (running.users > 0) return
    shared.athenaTestServices = undefined
    await Promise.all([running.store.stop(), running.postgres.stop()])
    rmSync(running.folder, { recursive: true, force: true })
  }
}

/** What a throw-away cluster may leave out: nobody needs its data after a power cut. */
export const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

async function start(): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-test-'))
  chmodSync(folder, 0o711)
  const postgres = await startPostgres(folder, { settings: THROW_AWAY })
  const store = await startStore(folder, ['http://localhost:3000'])
  migrate(postgres)
  await freeze(postgres.superuserUrl)
  return { postgres, store, folder, users: 0 }
}

/** In a process of its own, because Prisma's schema engine leaves a timer of 10 s behind that vitest would wait for. */
function migrate({ ownerUrl, appUrl }: Postgres): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts', 'deploy'], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** A template can be copied only while nobody is connected to it. */
async function freeze(superuserUrl: string): Promise<void> {
  const client = new Client(superuserUrl)
  await client.connect()
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [TEMPLATE])
  await client.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`)
  await client.end()
}
