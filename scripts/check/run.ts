import { ensureClient } from '../building/build.ts'
import { ScriptError, step } from '../console.ts'
import type { Shutdown } from '../program/shutdown.ts'
import { packageProgram, script } from './programs.ts'
import type { Fault } from './sources.ts'
import { structureFaults } from './structure.ts'
import { exampleFaults, messageFaults } from './texts.ts'

type Check = { name: string; run: (shutdown: Shutdown) => Promise<string[]> }

const SHOWN = 80

/** Everything that needs neither a database nor a build. Drift between schema and migrations needs one: npm test. */
const CHECKS: Check[] = [
  {
    name: 'Format and lint',
    run: packageProgram('@biomejs/biome/bin/biome', [
      'check',
      '--error-on-warnings',
      '--max-diagnostics=20',
      '--colors=off',
    ]),
  },
  {
    name: 'Types',
    run: async (shutdown) => [
      ...(await packageProgram('next/dist/bin/next', ['typegen'])(shutdown)),
      ...(await packageProgram('typescript/bin/tsc', ['--noEmit', '--pretty', 'false'])(shutdown)),
    ],
  },
  { name: 'Structure', run: async () => lines(structureFaults()) },
  { name: 'Texts in both languages', run: async () => lines(messageFaults()) },
  { name: 'Settings in .env.example', run: async () => lines(exampleFaults()) },
  { name: 'Prisma schema', run: packageProgram('prisma/build/index.js', ['validate']) },
  { name: 'Model registry', run: script('scripts/generate-registry.ts', ['--check']) },
  { name: 'Data model in docs', run: script('scripts/data-model.ts', ['--check']) },
  { name: 'Permissions in docs', run: script('scripts/permissions.ts', ['--check']) },
  { name: 'Unused code', run: packageProgram('knip/bin/knip.js', ['--no-progress']) },
]

/** Runs all checks and prints what each of them has found; answers how many passed and failed. */
export async function runChecks(shutdown: Shutdown): Promise<{ passed: number; failed: number }> {
  await ensureClient(shutdown)
  let failed = 0
  for (const { name, run } of CHECKS) {
    try {
      await step(name, async () => {
        const found = await run(shutdown)
        if (found.length > 0) throw new ScriptError(shorten(found).join('\n'))
      })
    } catch (error) {
      failed += 1
      console.error(error instanceof ScriptError ? error.message : error)
    }
  }
  return { passed: CHECKS.length - failed, failed }
}

/** A broken rule shows itself in its first lines; the rest would push the other checks off the screen. */
const shorten = (found: string[]): string[] =>
  found.length <= SHOWN ? found : [...found.slice(0, SHOWN), `… and ${found.length - SHOWN} more lines`]

const lines = (faults: Fault[]): string[] => faults.map(({ file, message }) => `${file}: ${message}`)
