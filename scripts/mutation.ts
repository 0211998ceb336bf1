// npm run test:mutation [-- --only name,name]: puts one fault at a time into a guard and looks which test notices.
import { parseArgs } from 'node:util'
import { ensureClient } from './building/build.ts'
import { main, ScriptError, step } from './console.ts'
import { clientFaults } from './mutation/client-faults.ts'
import { type Copy, copySources } from './mutation/copy.ts'
import { databaseFaults } from './mutation/database-faults.ts'
import { doorFaults } from './mutation/door-faults.ts'
import type { SeededFault } from './mutation/fault.ts'
import { firstFailure } from './mutation/suite.ts'
import { visitFaults } from './mutation/visit-faults.ts'
import { type Shutdown, withShutdown } from './program/shutdown.ts'

/** Each on a core of its own. */
const LANES = 2
/** Asked when the tests that should notice did not. */
const WHOLE = ['tests/isolation/', 'tests/permissions/', 'lib/platform/', 'tests/api/r']

const faults = [...databaseFaults, ...clientFaults, ...doorFaults, ...visitFaults]

type Result = { fault: SeededFault; caughtBy: string | null; broke?: string; seconds: number }

await main(() =>
  withShutdown(async (shutdown) => {
    const chosen = chosenFaults()
    await ensureClient(shutdown)
    const copies = await step('Copies of the sources', () => Array.from({ length: LANES }, () => copySources(shutdown)))
    // A fault whose text has changed is found out now, not after ten minutes.
    for (const fault of chosen) copies[0]!.apply(fault)()
    const suite = [...new Set(chosen.flatMap(({ tests }) => tests))]
    const before = await step(`Without a fault: ${suite.length} files`, () => firstFailure(shutdown, copies[0]!, suite))
    if (before) throw new ScriptError(`The tests fail without any fault: ${before}`)
    const results = await runAll(shutdown, copies, chosen)
    console.log(`\n${results.map(lineOf).join('\n')}`)
    const survivors = results.filter(({ caughtBy }) => caughtBy === null)
    console.log(`\n${results.length - survivors.length} of ${results.length} faults noticed`)
    return survivors.length === 0 ? 0 : 1
  }),
)

function chosenFaults(): SeededFault[] {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  if (!only) return faults
  const names = only.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !faults.some((fault) => fault.name === name))
  if (unknown.length > 0)
    throw new ScriptError(`No fault ${unknown.join(', ')}; there are ${faults.map(({ name }) => name).join(', ')}.`)
  return faults.filter(({ name }) => names.includes(name))
}

async function runAll(shutdown: Shutdown, copies: Copy[], chosen: SeededFault[]): Promise<Result[]> {
  const results = new Map<string, Result>()
  const waiting = [...chosen]
  const work = async (copy: Copy) => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const result = await tryFault(shutdown, copy, fault)
      results.set(fault.name, result)
      console.log(`${result.caughtBy ? '✓' : '✗'} ${fault.name} (${result.seconds.toFixed(0)} s)`)
    }
  }
  await Promise.all(copies.map(work))
  return chosen.flatMap(({ name }) => results.get(name) ?? [])
}

async function tryFault(shutdown: Shutdown, copy: Copy, fault: SeededFault): Promise<Result> {
  const began = performance.now()
  const restore = copy.apply(fault)
  try {
    const caughtBy = (await firstFailure(shutdown, copy, fault.tests)) ?? (await firstFailure(shutdown, copy, WHOLE))
    return { fault, caughtBy, seconds: (performance.now() - began) / 1000 }
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error
    return { fault, caughtBy: null, broke: error.message, seconds: (performance.now() - began) / 1000 }
  } finally {
    restore()
  }
}

function lineOf({ fault, caughtBy, broke, seconds }: Result): string {
  const verdict = caughtBy ? `noticed by ${caughtBy}` : ['NOT NOTICED', broke].filter(Boolean).join(': ')
  return `${caughtBy ? '✓' : '✗'} ${fault.name.padEnd(26)} ${fault.what}\n  ${''.padEnd(26)} ${verdict} (${seconds.toFixed(0)} s)`
}
