import { ScriptError } from '../console.ts'
import { type Program, type ProgramOptions, startProgram } from './program.ts'
import type { Shutdown } from './shutdown.ts'

export const NEXT = 'node_modules/next/dist/bin/next'

/** Starts `next start` (or `next dev`) and waits until it says that it is ready. */
export async function startWeb(shutdown: Shutdown, verb: 'start' | 'dev', port: number, options: ProgramOptions) {
  const web = startProgram('web server', [NEXT, verb, '--port', String(port)], options)
  shutdown.add(web.stop)
  await untilReady(web, port)
  return web
}

/** Starts scripts/worker.ts. */
export function startWorkerProgram(shutdown: Shutdown, options: ProgramOptions): Program {
  const worker = startProgram('worker', ['--import', 'tsx', 'scripts/worker.ts'], options)
  shutdown.add(worker.stop)
  return worker
}

async function untilReady(web: Program, port: number): Promise<void> {
  let gone = false
  web.ended.then(() => {
    gone = true
  })
  const deadline = Date.now() + 90_000
  while (!gone && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new ScriptError(`The web server did not get ready.\n${web.tail()}`)
}
