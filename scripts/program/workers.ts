import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { drainWord, readyWord } from '@/lib/platform/drain'
import { ScriptError } from '../console.ts'
import { launchOf } from './web.ts'

export type Workers = {
  /** Resolves when a worker cannot be brought up any more. */
  failed: Promise<number>
  /** Replaces the workers one after the other; no request is lost. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

const quickDeaths = 5
const quick = 10_000

/**
 * `count` production servers on one port, which share the database and the store and nothing else. One that ends by itself is
 * replaced; when they end as soon as they begin, all is given up.
 */
export async function startWorkers(count: number, port: number, env: NodeJS.ProcessEnv): Promise<Workers> {
  cluster.setupPrimary(launchOf('start', port, env))
  const living = new Set<Worker>()
  const failed = Promise.withResolvers<number>()
  let stopping = false
  let deaths = 0

  const begin = async (): Promise<void> => {
    const born = Date.now()
    const worker = cluster.fork({ NEXT_TELEMETRY_DISABLED: '1', ...env })
    living.add(worker)
    worker.once('exit', () => {
      const wanted = !living.delete(worker) || stopping
      if (wanted) return
      deaths = Date.now() - born < quick ? deaths + 1 : 0
      if (deaths >= quickDeaths) failed.resolve(1)
      else void begin().catch(() => {})
    })
    const ready = new Promise<boolean>((resolve) => {
      worker.on('message', (word) => {
        if (word === readyWord) resolve(true)
      })
    })
    const gone = once(worker, 'exit').then(() => false)
    if (!(await Promise.race([ready, gone]))) throw new ScriptError('A web server ended before it was ready.')
  }

  const leave = async (worker: Worker): Promise<void> => {
    living.delete(worker)
    const exit = once(worker, 'exit')
    worker.send(drainWord)
    const force = setTimeout(() => worker.process.kill('SIGKILL'), 180_000)
    await exit
    clearTimeout(force)
  }

  await Promise.all(Array.from({ length: count }, begin))
  return {
    failed: failed.promise,
    restart: async () => {
      for (const worker of [...living]) {
        await begin()
        await leave(worker)
      }
    },
    stop: async () => {
      stopping = true
      await Promise.all(
        [...living].map(async (worker) => {
          const exit = once(worker, 'exit')
          worker.process.kill('SIGTERM')
          const force = setTimeout(() => worker.process.kill('SIGKILL'), 20_000)
          await exit
          clearTimeout(force)
        }),
      )
    },
  }
}
