/** An expected failure of a script: its message is one clear line for the person at the terminal, without a stack. */
export class ScriptError extends Error {}

let quiet = false

/** Switches the step lines off, for scripts whose output is read by another program. */
export function silenceSteps(): void {
  quiet = true
}

/** Runs one step and prints its name with the time it took; a failing step prints its name before the error goes on. */
export async function step<T>(name: string, run: () => Promise<T> | T): Promise<T> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  try {
    const result = await run()
    if (!quiet) console.log(`✓ ${name} (${seconds()})`)
    return result
  } catch (error) {
    if (!quiet) console.log(`✗ ${name} (${seconds()})`)
    throw error
  }
}

/** Runs a script's main function: expected failures print one line, others their stack; both exit with 1. */
export async function main(run: () => Promise<number | undefined>): Promise<void> {
  try {
    // Libraries leave timers behind (the schema engine: 10 s), so the process does not wait for an empty loop.
    process.exit((await run()) ?? 0)
  } catch (error) {
    console.error(error instanceof ScriptError ? error.message : error)
    process.exit(1)
  }
}
