// npm run check: format, lint, types, structure, texts, settings, schema; no database and no build.
import { runChecks } from './check/run.ts'
import { main } from './console.ts'
import { withShutdown } from './program/shutdown.ts'

await main(() =>
  withShutdown(async (shutdown) => {
    const { passed, failed } = await runChecks(shutdown)
    console.log(`\n${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  }),
)
