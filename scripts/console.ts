/** An expected failure of a script: its message is one clear line for the person at the terminal, without a stack. */
export class ScriptError extends Error {}

/** Steps shorter than this show only their end. */
const LONG = 1500

/** Runs one step and prints its name with the time it took; a failing step prints its name before the error goes on. */
export async function step<T>(name: string, run: () => Promise<T> | T): Promise<T> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  const announce = setTimeout(() => console.log(`• ${name} …`), LONG)
  try {
    const result = await run()
    console.log(`✓ ${name} (${seconds()})`)
    return result
  } catch (error) {
    console.log(`✗ ${name} (${seconds()})`)
    throw error
  } finally {
    clearTimeout(announce)
  }
}

/** Runs a script's main function: expected failures print one line, others their stack; both exit with 1. */
export async function main(run: () => Promise<number | undefined>): Promise<void> {
  // Nobody reads any more (`npm start | head`): what was started still has to be ended.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  try {
    // Libraries leave timers behind (the schema engine: 10 s), so the process does not wait for an empty loop.
    process.exit((await run()) ?? 0)
  } catch (error) {
    console.error(describe(error))
    process.exit(1)
  }
}

function describe(error: unknown): unknown {
  // EnvError of lib/platform/env.ts is an expected failure too; it is known by its name so that this file imports nothing.
  return error instanceof ScriptError || (error instanceof Error && error.name === 'EnvError') ? error.message : error
}
