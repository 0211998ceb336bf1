// npm run serve [-- --workers 2]: the production server with the settings of the environment; npm run build comes before it.
// With workers it is as many processes on one port; SIGUSR2 replaces them one after the other (after a new build, say).
import { parseArgs } from 'node:util'
import { readEnv } from '@/lib/platform/env'
import { isBuilt } from './building/build.ts'
import { main, ScriptError } from './console.ts'
import { loadEnvFile } from './env-file.ts'
import { chosenPort } from './program/port.ts'
import { startProgram } from './program/program.ts'
import { withShutdown } from './program/shutdown.ts'
import { launchOf } from './program/web.ts'
import { startWorkers } from './program/workers.ts'

await main(() =>
  withShutdown(async (shutdown) => {
    const { values } = parseArgs({ options: { workers: { type: 'string', default: '1' } } })
    const count = Number(values.workers)
    if (!Number.isInteger(count) || count < 1) throw new ScriptError(`--workers is malformed: "${values.workers}".`)
    loadEnvFile()
    const env = { ...process.env, NODE_ENV: 'production' as const }
    readEnv(env)
    const port = await chosenPort()
    if (!isBuilt()) throw new ScriptError('There is no build: run npm run build first.')
    if (count === 1) {
      const { exec, args, execArgv } = launchOf('start', port, env)
      const web = startProgram('web server', [...execArgv, exec, ...args], { env })
      shutdown.add(web.stop)
      return web.ended
    }
    const workers = await startWorkers(count, port, env)
    shutdown.add(workers.stop)
    console.log(`✓ ${count} web servers on port ${port}`)
    process.on('SIGUSR2', () => {
      void workers.restart().then(
        () => console.log('✓ All web servers replaced'),
        (error) => console.error(error instanceof Error ? error.message : error),
      )
    })
    return workers.failed
  }, 0),
)
