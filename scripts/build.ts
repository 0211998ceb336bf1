// npm run build: the production server, for `npm run serve`.
import { ensureBuild, ensureClient } from './building/build.ts'
import { main } from './console.ts'
import { loadEnvFile } from './env-file.ts'
import { withShutdown } from './program/shutdown.ts'

await main(() =>
  withShutdown(async (shutdown) => {
    loadEnvFile()
    await ensureClient(shutdown)
    const built = await ensureBuild(shutdown, { typeCheck: true })
    if (!built) console.log('The build is of these sources already.')
    return 0
  }),
)
