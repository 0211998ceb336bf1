import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ScriptError } from '../console.ts'
import { runProgram } from '../program/program.ts'
import type { Shutdown } from '../program/shutdown.ts'
import { hermeticEnv } from '../testing/hermetic.ts'
import type { Copy } from './copy.ts'

type Report = {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/** These build the program, which a copy beside the same packages cannot. */
const onBuild = ['--exclude=**/over-http.test.ts', '--exclude=**/stress.test.ts']

/**
 * Runs these test files on the copy until the first failure.
 * @returns the file and the test that failed; null when all passed
 * @throws ScriptError when the run broke outside of a test, which says nothing about the fault
 */
export async function firstFailure(shutdown: Shutdown, copy: Copy, files: readonly string[]): Promise<string | null> {
  const report = path.join(copy.folder, 'report.json')
  const log = path.join(copy.folder, 'vitest.log')
  rmSync(report, { force: true })
  const reporting = ['--bail=1', '--reporter=json', `--outputFile=${report}`, ...onBuild]
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporting, ...files]
  const env = hermeticEnv({ FUZZ_BRIEF: 'yes' })
  const { code, tail } = await runProgram(shutdown, 'vitest', args, { env, log, cwd: copy.folder })
  if (code === 0) return null
  const { testResults } = readReport(report)
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    if (failed) return `${path.relative(copy.folder, name)}: ${failed.fullName}`
  }
  const file = testResults.find(({ status }) => status === 'failed')
  throw new ScriptError(
    `${file ? path.relative(copy.folder, file.name) : 'vitest'} broke: ${file?.message || tail(10)}`,
  )
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { testResults: [] }
  }
}
