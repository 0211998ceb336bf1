import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ScriptError, step } from '../console.ts'
import { runProgram } from '../program/program.ts'
import type { Shutdown } from '../program/shutdown.ts'
import { writeApiRoutes } from './api-routes.ts'
import { buildFingerprint, clientFingerprint, readStamp, writeStamp } from './fingerprint.ts'
import { alone } from './lock.ts'

const CLIENT = 'generated'

/** Where Next keeps the build; next.config.ts reads the same variable. */
export const distDir = (): string => process.env.NEXT_DIST_DIR || '.next'

/** True when the build folder holds a finished build (of any sources). */
export const isBuilt = (): boolean => existsSync(path.join(distDir(), 'BUILD_ID'))

/** Generates the list of REST routes, and the Prisma client unless the present one is of this schema. */
export async function ensureClient(shutdown: Shutdown): Promise<void> {
  writeApiRoutes()
  const wanted = clientFingerprint()
  const fresh = () => readStamp(CLIENT) === wanted
  if (fresh()) return
  await alone('client', async () => {
    if (fresh()) return
    await step('Prisma client', async () => {
      await runLogged(shutdown, 'prisma generate', ['node_modules/prisma/build/index.js', 'generate'], {
        // Nothing of the engine is used; without this Prisma would download it.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      })
      writeStamp(CLIENT, wanted)
    })
  })
}

/** Builds the production server unless the present build is of these sources. Answers whether it had to. */
export async function ensureBuild(shutdown: Shutdown, { typeCheck = false } = {}): Promise<boolean> {
  const wanted = buildFingerprint()
  const fresh = () => isBuilt() && readStamp(distDir()) === wanted
  if (fresh()) return false
  return alone(`build ${distDir()}`, async () => {
    if (fresh()) return false
    await step('Production build', async () => {
      // A table without a class has no guard: no program is built around it.
      const classes = ['--import', 'tsx', 'scripts/generate-registry.ts', '--check']
      await runLogged(shutdown, 'model registry', classes, {})
      await runLogged(shutdown, 'next build', ['node_modules/next/dist/bin/next', 'build'], {
        NODE_ENV: 'production',
        SKIP_TYPE_CHECK: String(!typeCheck),
      })
      writeStamp(distDir(), wanted)
    })
    return true
  })
}

/** Output goes to a file and is shown when, and only when, the program fails. */
async function runLogged(shutdown: Shutdown, name: string, args: string[], env: Record<string, string>): Promise<void> {
  const folder = path.join('node_modules', '.cache')
  mkdirSync(folder, { recursive: true })
  const log = path.join(folder, `athena-${name.replace(' ', '-')}-${process.pid}.log`)
  const { code } = await runProgram(shutdown, name, args, { env: { ...process.env, ...env }, log })
  if (code !== 0) throw new ScriptError(`${name} failed:\n${readFileSync(log, 'utf8').trim()}`)
}
