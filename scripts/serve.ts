// npm run serve: the production server with the settings of the environment; npm run build comes before it.
import { readEnv } from '@/lib/platform/env'
import { isBuilt } from './building/build.ts'
import { main, ScriptError } from './console.ts'
import { loadEnvFile } from './env-file.ts'
import { chosenPort } from './program/port.ts'
import { startProgram } from './program/program.ts'
import { withShutdown } from './program/shutdown.ts'
import { NEXT } from './program/web.ts'

await main(() =>
  withShutdown(async (shutdown) => {
    loadEnvFile()
    const env = { ...process.env, NODE_ENV: 'production' as const }
    readEnv(env)
    const port = await chosenPort()
    if (!isBuilt()) throw new ScriptError('There is no build: run npm run build first.')
    const web = startProgram('web server', [NEXT, 'start', '--port', String(port)], { env })
    shutdown.add(web.stop)
    return web.ended
  }, 0),
)
