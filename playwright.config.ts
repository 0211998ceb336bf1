import { defineConfig, devices } from '@playwright/test'
import { dataDir } from './scripts/program/data-folder.ts'
import { readRunning } from './scripts/program/running.ts'
import { findChromium } from './tests/support/chromium.ts'

const running = readRunning(dataDir())
const { executablePath, args, env } = findChromium()

// The copy of `npm start` (or `npm run dev`) that DATA_DIR names; `npm test` starts one of its own.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON
    ? [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON }]]
    : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_URL ?? running?.url,
    locale: 'es-CO',
    timezoneId: 'America/Bogota',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } as Record<string, string> },
  },
})
