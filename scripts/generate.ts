// Everything that is written by programs: the Prisma client, the list of REST routes.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Prisma wants an engine's path; the generator needs none, so any executable will do. */
export function generate(): void {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as const,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  }
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    ...options,
    stdio: [...options.stdio],
  })
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate-routes.ts'], {
    ...options,
    stdio: [...options.stdio],
  })
  if (!existsSync('generated/api-routes.ts')) throw new Error('the list of REST routes was not written')
}

if (process.argv[1] === import.meta.filename) generate()
