// npm run test:stress [-- --seconds 60]: many clients of several schools on a built server with few connections.
import { parseArgs } from 'node:util'
import { ensureBuild, ensureClient } from './building/build.ts'
import { main } from './console.ts'
import { runProgram } from './program/program.ts'
import { withShutdown } from './program/shutdown.ts'
import { hermeticEnv } from './testing/hermetic.ts'

const { seconds } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } }).values

await main(() =>
  withShutdown(async (shutdown) => {
    await ensureClient(shutdown)
    await ensureBuild(shutdown)
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'isolation', 'tests/isolation/stress']
    return (await runProgram(shutdown, 'vitest', args, { env: hermeticEnv({ STRESS_SECONDS: seconds }) })).code
  }),
)
