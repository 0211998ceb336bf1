import path from 'node:path'
import { ScriptError } from '../console.ts'
import type { Target } from '../database/target.ts'
import type { Postgres } from '../services/postgres/server.ts'
import type { Program } from './program.ts'
import { type Login, removeRunning, writeRunning } from './running.ts'
import type { Shutdown } from './shutdown.ts'

type Copy = {
  folder: string
  env: NodeJS.ProcessEnv
  target: Target
  logins: Login[]
  programs: Program[]
  postgresPid: number | undefined
}

/** Writes DATA_DIR/running.json and tells the person at the terminal where to go. */
export function announce(shutdown: Shutdown, { folder, env, target, logins, programs, postgresPid }: Copy): void {
  const url = env.APP_URL ?? ''
  const pids = programs.map(({ name, child }): [string, number] => [name, child.pid ?? 0])
  shutdown.add(() => removeRunning(folder))
  writeRunning(folder, {
    url,
    databaseUrl: target.appUrl,
    ownerDatabaseUrl: target.ownerUrl,
    storeEndpoint: env.S3_ENDPOINT ?? '',
    mails: env.SMTP_URL ? 'smtp' : `${url}/admin/mails`,
    logins,
    pids: { start: process.pid, ...(postgresPid ? { postgres: postgresPid } : {}), ...Object.fromEntries(pids) },
  })
  console.log(`\nAthena runs at ${url}`)
  console.log(`Its data and logs are in ${path.resolve(folder)}; Ctrl-C stops it.`)
  if (logins.length === 0) return
  console.log('\nDemo logins:')
  const width = Math.max(...logins.map(({ email }) => email.length))
  for (const { email, password, role, school, path: link } of logins) {
    const way = link ? `${url}${link}` : `${email.padEnd(width)}  ${password}`
    console.log(`  ${way}  ${role}${school ? `, ${school}` : ''}`)
  }
}

/** Waits until one of the programs ends by itself, which is an error. */
export async function untilSomethingEnds(programs: Program[], postgres: Postgres | undefined): Promise<number> {
  const ends = programs.map((program) =>
    program.ended.then(() => `The ${program.name} ended unexpectedly.\n${program.tail()}`),
  )
  if (postgres) ends.push(revive(postgres))
  throw new ScriptError(await Promise.race(ends))
}

const REVIVALS = 5

/** Starts the embedded PostgreSQL again when something ended it: the program waits for it and loses nothing. */
async function revive(postgres: Postgres): Promise<string> {
  for (let count = 0; count < REVIVALS; count++) {
    await postgres.died()
    console.error('PostgreSQL ended unexpectedly and is started again.')
    await postgres.restart()
  }
  return 'PostgreSQL ended again and again; its log is postgres.log in the data folder.'
}
