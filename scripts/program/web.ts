import { ScriptError } from '../console.ts'
import { type Program, type ProgramOptions, startProgram } from './program.ts'
import type { Shutdown } from './shutdown.ts'

const NEXT = 'node_modules/next/dist/bin/next'

/** Longer than a proxy keeps an idle connection (60 s is common): otherwise it sends into one that is just being closed. */
const behindProxy = 70_000

export type Launch = { exec: string; args: string[]; execArgv: string[] }

/**
 * A page leaves a lot of short-lived data. With room for them, and little for the rest, a process stays below 600 MB; left to
 * itself it takes 800 MB and an eighth less CPU (120 MB are alive in either case).
 */
const heap = ['--max-old-space-size=350', '--min-semi-space-size=32', '--max-semi-space-size=32']

/** How a web server is started. */
export function launchOf(verb: 'start' | 'dev', port: number, env: NodeJS.ProcessEnv): Launch {
  const patience = env.TRUST_PROXY === 'true' ? ['--keepAliveTimeout', String(behindProxy)] : []
  return {
    exec: NEXT,
    args: [verb, '--port', String(port), ...(verb === 'start' ? patience : [])],
    execArgv: verb === 'start' ? heap : [],
  }
}

/** Starts `next start` (or `next dev`) and waits until it says that it is ready. */
export async function startWeb(shutdown: Shutdown, verb: 'start' | 'dev', port: number, options: ProgramOptions) {
  const { exec, args, execArgv } = launchOf(verb, port, options.env)
  const web = startProgram('web server', [...execArgv, exec, ...args], options)
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
