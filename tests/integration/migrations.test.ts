import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { env } from '@/lib/platform/env'

const { superuserUrl, ownerUrl, appUrl } = inject('services')
const root = process.cwd()
const database = `migrations_${process.env.VITEST_POOL_ID}`
const at = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
const migrations = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name))

/** `npm run migrate -- <command>` in a folder with a prisma folder of its own, or in this one. */
async function migrate(command: string, folder = root) {
  const args = ['--import', 'tsx', path.join(root, 'scripts/migrate.ts'), command]
  const urls = { DATABASE_OWNER_URL: at(ownerUrl), DATABASE_URL: at(appUrl) }
  const options = { cwd: folder, env: { ...process.env, ...urls, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') } }
  const done = await promisify(execFile)(process.execPath, args, options).catch((error) => error)
  return { code: done.code ?? 0, output: `${done.stdout}${done.stderr}`.trim() }
}

async function query<Row>(text: string, url = at(ownerUrl)): Promise<Row[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  await query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, superuserUrl)
  await query(`CREATE DATABASE ${database} OWNER athena_owner`, superuserUrl)
})
afterAll(() => query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, superuserUrl))

test('lead to the schema, and the database to which they were applied is of it', async () => {
  await migrate('deploy')
  expect(await migrate('check')).toEqual({ code: 0, output: 'No drift.' })
  await query('ALTER TABLE students ADD COLUMN forgotten text')
  const drift = await migrate('check')
  expect(drift.code).toBe(1)
  expect(drift.output).toContain('DROP COLUMN "forgotten"')
}, 60_000)

test('several programs may start at once: each migration is applied once', async () => {
  const runs = await Promise.all([1, 2, 3, 4].map(() => migrate('deploy')))
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(runs.filter(({ output }) => output.startsWith('Applied')).length).toBe(1)
  const applied = await query<{ count: string }>('SELECT count(*) FROM _prisma_migrations')
  expect(applied).toEqual([{ count: String(migrations.length) }])
}, 60_000)

test('a database of a newer version is refused in one line', async () => {
  await migrate('deploy')
  await query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
               VALUES ('x', 'x', '29990101000000_future', now(), 1)`)
  const run = await migrate('deploy')
  expect(run.code).toBe(1)
  expect(run.output.split('\n')).toHaveLength(1)
  expect(run.output).toContain('newer version of Athena (migration 29990101000000_future')
})

test('one that fails leaves nothing behind and runs again when it is mended', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-migrations-'))
  cpSync('prisma', path.join(folder, 'prisma'), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const next = path.join(folder, 'prisma/migrations/29990101000000_next')
  mkdirSync(next)
  const write = (sql: string) => writeFileSync(path.join(next, 'migration.sql'), `CREATE TABLE half (id int);\n${sql}`)

  write('SELECT 1 / 0;')
  const failing = await migrate('deploy', folder)
  expect(failing).toMatchObject({ code: 1, output: expect.stringContaining('division by zero') })
  expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }])

  write('SELECT 1;')
  expect(await migrate('deploy', folder)).toMatchObject({ code: 0, output: 'Applied: 29990101000000_next' })
  rmSync(folder, { recursive: true })
}, 60_000)

test('the application sends, fetches and completes jobs without any right to change tables', async () => {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    migrate: false,
    createSchema: false,
    supervise: false,
  })
  await boss.start()
  const id = await boss.send('jobs', { hello: 1 })
  const [job] = await boss.fetch<{ hello: number }>('jobs')
  expect(job).toMatchObject({ id, data: { hello: 1 } })
  await boss.complete('jobs', job?.id ?? '')
  await boss.stop({ graceful: false })
  await expect(query('CREATE TABLE pgboss.mine (id int)', env().DATABASE_URL)).rejects.toThrow('permission denied')
  await expect(query('CREATE TABLE mine (id int)', env().DATABASE_URL)).rejects.toThrow('permission denied')
  await expect(query('SELECT * FROM _prisma_migrations', env().DATABASE_URL)).rejects.toThrow('permission denied')
})
