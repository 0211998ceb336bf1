// npm test [-- --only unit,e2e]: everything, with counts per kind and a last line "N passed, N failed".
import { parseArgs } from 'node:util'
import { ensureBuild, ensureClient } from './building/build.ts'
import { runChecks } from './check/run.ts'
import { main, ScriptError } from './console.ts'
import { type Shutdown, withShutdown } from './program/shutdown.ts'
import { runBrowserTests } from './testing/browser.ts'
import { Tally } from './testing/tally.ts'
import { runVitest } from './testing/vitest.ts'

const ON_DATABASE = ['integration', 'api', 'isolation', 'permissions', 'faults']
const KINDS = ['check', 'unit', ...ON_DATABASE, 'e2e']
/** These start the production server. */
const ON_BUILD = ['api', 'isolation', 'faults', 'e2e']

await main(() =>
  withShutdown(async (shutdown) => {
    const kinds = chosenKinds()
    const tally = new Tally()
    // What breaks a whole stage counts as one failure; the other stages still run.
    const stage = async (name: string, run: () => Promise<void>) => {
      try {
        await run()
      } catch (error) {
        tally.add(name, { failed: 1 })
        console.error(error instanceof ScriptError ? error.message : error)
      }
    }
    await ensureClient(shutdown)
    if (kinds.includes('check')) await stage('check', async () => tally.add('check', await runChecks(shutdown)))
    if (kinds.some((kind) => ON_BUILD.includes(kind))) await stage('build', () => build(shutdown, tally))
    const vitest = kinds.filter((kind) => kind === 'unit' || ON_DATABASE.includes(kind))
    if (vitest.length > 0) await stage('vitest', () => runVitest(shutdown, tally, vitest))
    if (kinds.includes('e2e')) await stage('e2e', () => runBrowserTests(shutdown, tally))
    // Whatever the stages have started is ended before the last line is printed.
    await shutdown.run()
    console.log(`\n${tally.lines().join('\n')}`)
    return tally.total.failed === 0 ? 0 : 1
  }),
)

async function build(shutdown: Shutdown, tally: Tally): Promise<void> {
  await ensureBuild(shutdown)
  tally.add('build', { passed: 1 })
}

function chosenKinds(): string[] {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  if (only === undefined) return KINDS
  const kinds = only.split(',').map((kind) => kind.trim())
  const unknown = kinds.filter((kind) => !KINDS.includes(kind))
  if (unknown.length > 0) throw new ScriptError(`--only knows ${KINDS.join(', ')}; not ${unknown.join(', ')}.`)
  return kinds
}
