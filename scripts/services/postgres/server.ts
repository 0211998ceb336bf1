import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Client, DatabaseError } from 'pg'
import { ScriptError } from '../../console.ts'
import { freePort } from '../free-port.ts'
import { secretsOf } from '../secrets.ts'
import { type Cluster, openCluster, spawnServer } from './cluster.ts'
import { APP, DATABASE, dropDatabase, OWNER, prepareRoles } from './roles.ts'

export type Postgres = {
  port: number
  /** The role that owns the database and runs migrations. */
  ownerUrl: string
  /** The role of the application: rows only, no DDL. */
  appUrl: string
  /** The cluster's superuser, for copies of a template database in tests. */
  superuserUrl: string
  pid: () => number | undefined
  /** Resolves the next time that the server program ends without having been asked to. */
  died: () => Promise<void>
  /** Throws the database away and creates it empty. */
  recreate: () => Promise<void>
  stop: () => Promise<void>
  /** Stops, waits, starts again on the same port; `pause` in milliseconds. */
  restart: (pause?: number) => Promise<void>
}

export type PostgresOptions = { settings?: Record<string, string> }

/** Starts the embedded PostgreSQL 18 with its data below `dataDir`, on a free port of the loopback interface. */
export async function startPostgres(dataDir: string, { settings = {} }: PostgresOptions = {}): Promise<Postgres> {
  const secrets = secretsOf(dataDir)
  const cluster = openCluster(dataDir, secrets.postgresPassword)
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
  const superuser = () => url('postgres', secrets.postgresPassword, 'postgres')

  let port = await freePort()
  let stopping = false
  let death = Promise.withResolvers<void>()
  const start = async () => {
    const child = await startServer(cluster, port, settings, superuser())
    stopping = false
    child.once('exit', () => {
      if (stopping) return
      death.resolve()
      death = Promise.withResolvers()
    })
    return child
  }

  let server: ChildProcess
  try {
    server = await start()
  } catch {
    // The port may have been taken in between; a second failure has another cause and is told.
    port = await freePort()
    server = await start()
  }
  await prepareRoles(superuser(), secrets)

  const stop = async () => {
    stopping = true
    await stopServer(server)
  }
  return {
    port,
    ownerUrl: url(OWNER, secrets.ownerPassword, DATABASE),
    appUrl: url(APP, secrets.appPassword, DATABASE),
    superuserUrl: superuser(),
    pid: () => server.pid,
    died: () => death.promise,
    recreate: async () => {
      await dropDatabase(superuser())
      await prepareRoles(superuser(), secrets)
    },
    stop,
    restart: async (pause = 0) => {
      await stop()
      await new Promise((resolve) => setTimeout(resolve, pause))
      server = await start()
    },
  }
}

const WRONG_PASSWORD = '28P01'

async function startServer(cluster: Cluster, port: number, settings: Record<string, string>, superuserUrl: string) {
  const child = spawnServer(cluster, port, settings)
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const ready = await accepts(superuserUrl).catch(async (error) => {
      await stopServer(child)
      throw error
    })
    if (ready) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stopServer(child)
  const tail = readFileSync(cluster.log, 'utf8').trim().split('\n').slice(-15).join('\n')
  throw new ScriptError(`PostgreSQL did not start. The end of ${cluster.log}:\n${tail}`)
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code === WRONG_PASSWORD) {
      throw new ScriptError('secrets.json is not of this data: restore it, or remove the data folder to begin anew.')
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  const force = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(force)
}
