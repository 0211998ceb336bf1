import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The kinds of tests that work on a real database and object store, each in its folder below tests/. */
const kinds = ['integration', 'api', 'isolation', 'permissions', 'faults']

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,i18n,lib,prisma,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      ...kinds.map((name) => ({
        extends: true as const,
        test: {
          name,
          // Processes are killed and restarted under load there, against a clock: nothing else may want the machine.
          ...(name === 'faults' ? { maxWorkers: 1, sequence: { groupOrder: 1 } } : {}),
          include: [`tests/${name}/**/*.test.ts`],
          globalSetup: ['tests/support/services.ts'],
          setupFiles: ['tests/support/own-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
})
