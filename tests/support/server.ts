import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBuild, ensureClient } from '@/scripts/building/build'
import type { Program } from '@/scripts/program/program'
import { Shutdown } from '@/scripts/program/shutdown'
import { startWeb, startWorkerProgram } from '@/scripts/program/web'
import { startEmbedded } from '@/scripts/services/embedded'
import { freePort } from '@/scripts/services/free-port'
import type { Postgres } from '@/scripts/services/postgres/server'
import type { Store } from '@/scripts/services/store'

export type TestServer = {
  url: string
  web: Program
  postgres: Postgres
  store: Store
  /** Everything that the server has logged so far. */
  log: () => string
  /** Starts the web server again, after a kill, on the same port. */
  startAgain: () => Promise<Program>
  /** Starts a worker of its own beside it; answers what it logs. */
  startWorker: (settings: Record<string, string>) => { log: () => string; stop: () => Promise<void> }
  stop: () => Promise<void>
}

/**
 * The production server of this checkout with a database and a store of its own, which a test may stop and start.
 * The settings of the test's own process are pointed at them, so that factories write where the server reads.
 */
export async function startServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const shutdown = new Shutdown()
  await ensureClient(shutdown)
  await ensureBuild(shutdown)
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-server-'))
  chmodSync(folder, 0o711)
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'S3_ENDPOINT', 'S3_BUCKET']) delete process.env[name]
  const port = await freePort()
  process.env.APP_URL = `http://localhost:${port}`
  const { env, target, postgres, store } = await startEmbedded(shutdown, { dataDir: folder, port, production: true })
  if (!postgres || !store) throw new Error('the test server did not start its own database and store')
  Object.assign(process.env, env, { DATABASE_OWNER_URL: target.ownerUrl, NODE_ENV: 'test' })
  const log = path.join(folder, 'web.log')
  const begin = () => startWeb(shutdown, 'start', port, { env: { ...env, LOG_LEVEL: 'info', ...settings }, log })
  const web = await begin()
  return {
    url: `http://localhost:${port}`,
    web,
    postgres,
    store,
    log: () => readFileSync(log, 'utf8'),
    startAgain: begin,
    startWorker: (more) => {
      const file = path.join(folder, 'worker.log')
      const worker = startWorkerProgram(shutdown, {
        env: { ...env, LOG_LEVEL: 'info', ...settings, ...more },
        log: file,
      })
      return { log: () => readFileSync(file, 'utf8'), stop: worker.stop }
    },
    stop: () => shutdown.run(),
  }
}
