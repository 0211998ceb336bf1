// npm run test:fuzz [-- --runs 20000 --seed 1]: random calls against the guards, each lock alone as well, with its score.
import { parseArgs } from 'node:util'
import { ensureClient } from './building/build.ts'
import { main } from './console.ts'
import { runProgram } from './program/program.ts'
import { withShutdown } from './program/shutdown.ts'
import { hermeticEnv } from './testing/hermetic.ts'

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })

await main(() =>
  withShutdown(async (shutdown) => {
    await ensureClient(shutdown)
    const files = ['tests/isolation/fuzz', 'tests/isolation/locks']
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'isolation', ...files]
    const seed = values.seed ?? String(Date.now() % 2 ** 31)
    console.log(`Seed ${seed}: the same seed makes the same calls.`)
    const env = hermeticEnv({ FUZZ_RUNS: values.runs ?? '20000', FUZZ_SEED: seed })
    return (await runProgram(shutdown, 'vitest', args, { env })).code
  }),
)
