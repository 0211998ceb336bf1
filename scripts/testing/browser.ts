import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from '@/tests/support/chromium'
import { ScriptError, step } from '../console.ts'
import { runProgram, startProgram } from '../program/program.ts'
import { type Running, readRunning } from '../program/running.ts'
import type { Shutdown } from '../program/shutdown.ts'
import { freePort } from '../services/free-port.ts'
import { hermeticEnv } from './hermetic.ts'
import type { Tally } from './tally.ts'

type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** Starts a copy of `npm start` with the demo in a folder of its own and runs the browser tests against it. */
export async function runBrowserTests(shutdown: Shutdown, tally: Tally): Promise<void> {
  if (globSync('tests/e2e/*.spec.ts').length === 0) return
  await step('Chromium', () => findChromium())
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-e2e-'))
  chmodSync(folder, 0o711)
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }))
  const { url } = await step('Server with the demo', () => startCopy(shutdown, folder))

  const report = path.resolve('node_modules/.cache', `athena-playwright-${process.pid}.json`)
  const env = hermeticEnv({ E2E_URL: url, DATA_DIR: folder, PLAYWRIGHT_JSON: report })
  const { code } = await runProgram(shutdown, 'playwright', ['node_modules/@playwright/test/cli.js', 'test'], { env })
  const { expected, unexpected, flaky, skipped } = readStats(report)
  rmSync(report, { force: true })
  // A test that passes only at the second attempt hides a fault.
  const failed = unexpected + flaky
  tally.add('e2e', { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped })
}

async function startCopy(shutdown: Shutdown, folder: string): Promise<Running> {
  const env = hermeticEnv({ PORT: String(await freePort()), DATA_DIR: folder })
  const log = path.join(folder, 'start.log')
  const copy = startProgram('npm start', ['--import', 'tsx', 'scripts/start.ts'], { env, log, patience: 40_000 })
  shutdown.add(copy.stop)
  let ended = false
  copy.ended.then(() => {
    ended = true
  })
  while (!ended) {
    const running = readRunning(folder)
    if (running) return running
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new ScriptError(`The server for the browser tests did not start:\n${copy.tail(40)}`)
}

function readStats(file: string): Report['stats'] {
  try {
    const { stats }: Report = JSON.parse(readFileSync(file, 'utf8'))
    return stats
  } catch {
    console.error('Playwright left no report.')
    return { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  }
}
