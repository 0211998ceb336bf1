// npm start: everything on one machine, embedded where the settings name nothing else.
import path from 'node:path'
import { ensureBuild, ensureClient } from './building/build.ts'
import { main, step } from './console.ts'
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
    const options = { dataDir: folder, port, production: true }
    givenSettings(options)
    await ensureClient(shutdown)
    const prepare = async () => {
      const embedded = await startEmbedded(shutdown, options)
      const logins = embedded.postgres ? await ensureDemo(shutdown, folder, embedded) : []
      return { ...embedded, logins }
    }
    const [{ env, target, postgres, logins }] = await Promise.all([prepare(), ensureBuild(shutdown)])
    const worker = startWorkerProgram(shutdown, { env, log: path.join(folder, 'worker.log') })
    const web = await step('Web server', () =>
      startWeb(shutdown, 'start', port, { env, log: path.join(folder, 'web.log') }),
    )
    announce(shutdown, { folder, env, target, logins, programs: [web, worker], postgresPid: postgres?.pid() })
    return untilSomethingEnds([web, worker], postgres)
  }, 0),
)
