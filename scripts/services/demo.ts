import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { ScriptError, step } from '../console.ts'
import type { Target } from '../database/target.ts'
import { runProgram } from '../program/program.ts'
import type { Login } from '../program/running.ts'
import type { Shutdown } from '../program/shutdown.ts'

const SEED = 'prisma/seed.ts'
const markOf = (dataDir: string) => path.join(dataDir, 'seeding')
const loginsOf = (dataDir: string) => path.join(dataDir, 'logins.json')

/** True when a seed began in this data folder and did not come to its end. */
export const isHalfSeeded = (dataDir: string): boolean => existsSync(markOf(dataDir))

/** Seeds the demo when the database is empty and answers its logins (none in a database without the demo). */
export async function ensureDemo(
  shutdown: Shutdown,
  dataDir: string,
  { env, target }: { env: NodeJS.ProcessEnv; target: Target },
): Promise<Login[]> {
  if (existsSync(SEED) && (await isEmpty(env.DATABASE_URL))) {
    await step('Demo data', async () => {
      await seed(shutdown, dataDir, env)
      await analyze(target.ownerUrl)
    })
  }
  return existsSync(loginsOf(dataDir)) ? JSON.parse(readFileSync(loginsOf(dataDir), 'utf8')) : []
}

async function isEmpty(databaseUrl: string | undefined): Promise<boolean> {
  const client = new Client(databaseUrl)
  await client.connect()
  const schools = await client.query('SELECT 1 FROM schools LIMIT 1')
  await client.end()
  return schools.rowCount === 0
}

/** The first searches would be planned for empty tables until PostgreSQL counts by itself, a minute or more later. */
async function analyze(ownerUrl: string): Promise<void> {
  const client = new Client(ownerUrl)
  await client.connect()
  await client.query('ANALYZE')
  await client.end()
}

async function seed(shutdown: Shutdown, dataDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  const log = path.join(dataDir, 'seed.log')
  writeFileSync(markOf(dataDir), '')
  const args = ['--import', 'tsx', 'scripts/seed.ts', loginsOf(dataDir)]
  const { code, tail } = await runProgram(shutdown, 'seed', args, { env, log })
  if (code !== 0) throw new ScriptError(`The demo data could not be created:\n${tail()}`)
  rmSync(markOf(dataDir))
}
