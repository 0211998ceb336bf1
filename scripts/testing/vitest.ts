import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from '../program/program.ts'
import type { Shutdown } from '../program/shutdown.ts'
import { hermeticEnv } from './hermetic.ts'
import type { Tally } from './tally.ts'

type Report = { testResults: { name: string; status: string; assertionResults: { status: string }[] }[] }

/** Runs the kinds of vitest.config.ts that are named and counts their tests. */
export async function runVitest(shutdown: Shutdown, tally: Tally, kinds: string[]): Promise<void> {
  const file = path.resolve('node_modules/.cache', `athena-vitest-${process.pid}.json`)
  const projects = kinds.flatMap((kind) => ['--project', kind])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...projects, ...reporters]
  const { code } = await runProgram(shutdown, 'vitest', args, { env: hermeticEnv() })
  const before = tally.total.failed
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'))
    for (const result of report.testResults) countFile(tally, result)
  } catch {
    console.error('vitest left no report.')
  }
  rmSync(file, { force: true })
  // Errors outside of tests (a rejection that nobody awaits, a setup that fails) end the run without a failing test.
  if (code !== 0 && tally.total.failed === before) tally.add('vitest', { failed: 1 })
}

function countFile(tally: Tally, { name, status, assertionResults }: Report['testResults'][number]): void {
  const kind = kindOf(path.relative(process.cwd(), name))
  const count = (...wanted: string[]) => assertionResults.filter((one) => wanted.includes(one.status)).length
  const failed = count('failed')
  tally.add(kind, { passed: count('passed'), failed, skipped: count('pending', 'skipped', 'todo', 'disabled') })
  // A file that cannot be read has no tests to fail.
  if (status === 'failed' && failed === 0) tally.add(kind, { failed: 1 })
}

const kindOf = (file: string): string => /^tests[/\\](\w+)[/\\]/.exec(file)?.[1] ?? 'unit'
