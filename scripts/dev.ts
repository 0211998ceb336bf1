// npm run dev: the development server on the embedded services, with the demo.
import { ensureClient } from './building/build.ts'
import { main } from './console.ts'
import { loadEnvFile } from './env-file.ts'
import { claimDataFolder, dataDir } from './program/data-folder.ts'
import { chosenPort } from './program/port.ts'
import { announce, untilSomethingEnds } from './program/running-copy.ts'
import { withShutdown } from './program/shutdown.ts'
import { startWeb, startWorkerProgram } from './program/web.ts'
import { ensureDemo } from './services/demo.ts'
import { givenSettings, startEmbedded } from './services/embedded.ts'

await main(() =>
  withShutdown(async (shutdown) => {
    loadEnvFile()
    const folder = dataDir()
    const port = await chosenPort()
    shutdown.add(claimDataFolder(folder))
    const options = { dataDir: folder, port, production: false }
    givenSettings(options)
    await ensureClient(shutdown)
    const { env, target, postgres } = await startEmbedded(shutdown, options)
    const logins = postgres ? await ensureDemo(shutdown, folder, { env, target }) : []
    const worker = startWorkerProgram(shutdown, { env })
    const web = await startWeb(shutdown, 'dev', port, { env })
    announce(shutdown, { folder, env, target, logins, programs: [web, worker], postgresPid: postgres?.pid() })
    return untilSomethingEnds([web, worker], postgres)
  }, 0),
)
