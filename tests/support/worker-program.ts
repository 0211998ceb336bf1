import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { queue } from '@/lib/platform/queue'
import { Shutdown } from '@/scripts/program/shutdown'
import { startWorkerProgram } from '@/scripts/program/web'
import { ownerClient } from './rows'

/** A worker as a process of its own, on the database and the store of the test that starts it. */
export function startWorkerProcess() {
  const shutdown = new Shutdown()
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-worker-'))
  const log = path.join(folder, 'worker.log')
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }))
  const worker = startWorkerProgram(shutdown, { env: { ...process.env, LOG_LEVEL: 'info' }, log })
  return {
    log: () => readFileSync(log, 'utf8'),
    /** As a power cut does it: no signal that it could hear, no last word. */
    kill: async () => {
      process.kill(-(worker.child.pid ?? 0), 'SIGKILL')
      await worker.ended
    },
    stop: () => shutdown.run(),
  }
}

/** Lets the minute of silence go by after which the queue takes a worker for dead and gives its message to the next one. */
export async function silentMinute(name: string): Promise<void> {
  await (await ownerClient()).query(
    `update pgboss.job set heartbeat_on = heartbeat_on - interval '2 minutes' where name = $1 and state = 'active'`,
    [name],
  )
  await (await ownerClient()).query('update pgboss.queue set monitor_on = null where name = $1', [name])
  await (await queue()).supervise(name)
}
