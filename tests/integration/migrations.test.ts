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

  write('DROP TABLE half;')
  expect(await migrate('deploy', folder)).toMatchObject({ code: 0, output: 'Applied: 29990101000000_next' })
  rmSync(folder, { recursive: true })
}, 60_000)

test('newer ones keep the rows of a database at work', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'athena-live-'))
  cpSync('prisma', path.join(folder, 'prisma'), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const name of migrations.slice(1)) rmSync(path.join(folder, 'prisma/migrations', name), { recursive: true })
  expect(await migrate('deploy', folder)).toMatchObject({ code: 0, output: `Applied: ${migrations[0]}` })
  rmSync(folder, { recursive: true })
  await query(liveRows)

  const columns = await columnsNow()
  const before = await liveHashes(columns)
  expect(Object.keys(before).length).toBeGreaterThan(15)
  expect(await migrate('deploy')).toMatchObject({ code: 0, output: `Applied: ${migrations.slice(1).join(', ')}` })
  expect(await liveHashes(columns)).toEqual(before)
  // What led nowhere is empty now, and every address is found by what people type.
  expect(await query('select count(*)::int as count from enrollment_documents where file_id is not null')).toEqual([
    { count: 300 },
  ])
  expect(await query('select count(*)::int as count from document_files where uploaded_by is not null')).toEqual([
    { count: 150 },
  ])
  expect(await query(`select id from users where email = 'rectora@uno.example.com'`)).toHaveLength(1)
  expect(await migrate('check')).toEqual({ code: 0, output: 'No drift.' })
}, 60_000)

/** What migrations were there to mend. */
const mended = ['file_id', 'uploaded_by']

type Columns = Record<string, string[]>

/** Tables and their columns as they are now. */
async function columnsNow(): Promise<Columns> {
  const rows = await query<{
    name: string
    columns: string[]
  }>(`select c.relname as name, array_agg(quote_ident(a.attname)) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations' group by 1`)
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns.filter((one) => !mended.includes(one))]))
}

/** Hash of the rows of these tables in these columns; tables without rows are left out. */
async function liveHashes(columns: Columns): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const [name, its] of Object.entries(columns)) {
    const [row] = await query<{ count: number; hash: string }>(`
      select count(*)::int as count, md5(string_agg(r, '' order by r)) as hash
        from (select lower(to_jsonb(t)::text) as r from (select ${its.join()} from ${name}) t) rows_of_it`)
    if (row && row.count > 0) hashes[name] = row.hash
  }
  return hashes
}

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

/** Two schools in the middle of their work, with what an older program may have left behind. */
const liveRows = `
  insert into users (id, email, full_name) select gen_random_uuid(), 'persona' || n || '@example.com', 'Persona ' || n from generate_series(1, 40) n;
  insert into users (id, email, full_name) values (gen_random_uuid(), 'Rectora@Uno.example.com', 'Rectora');
  insert into user_credentials (user_id, password_hash) select id, 'x' from users;
  insert into auth_sessions (id, user_id, secret_hash, expires_at) select gen_random_uuid(), id, 'x', now() from users;
  insert into schools (id, slug, name) select gen_random_uuid(), 'colegio-' || n, 'Colegio ' || n from generate_series(1, 2) n;
  insert into school_settings (school_id) select id from schools;
  insert into school_memberships (school_id, id, user_id, roles) select s.id, gen_random_uuid(), u.id, '["rector", "teacher"]' from schools s, users u;
  insert into school_years (school_id, id, name, starts_on, ends_on, status) select id, gen_random_uuid(), '2026', '2026-01-19', '2026-11-27', 'active' from schools;
  insert into academic_periods (school_id, id, school_year_id, number, name, starts_on, ends_on) select school_id, gen_random_uuid(), id, 1, 'Uno', starts_on, ends_on from school_years;
  insert into required_documents (school_id, id, code, name) select id, gen_random_uuid(), 'birth_certificate', 'Registro civil' from schools;
  insert into consent_texts (school_id, id, code, version, title, body, sha256) select id, gen_random_uuid(), 'habeas_data', 1, 't', 'b', 'x' from schools;
  insert into students (school_id, id, document_type, document_number, first_surname, first_name, full_name, search_text)
    select s.id, gen_random_uuid(), 'TI', 'N' || n, 'Peña', 'Ana', 'Peña Ana', 'pena ana' from schools s, generate_series(1, 300) n;
  insert into guardians (school_id, id, document_type, document_number, first_surname, first_name, full_name, search_text)
    select school_id, gen_random_uuid(), 'CC', document_number, 'Peña', 'Marta', 'Peña Marta', 'pena marta' from students;
  insert into student_guardians (school_id, id, student_id, guardian_id, relationship)
    select s.school_id, gen_random_uuid(), s.id, g.id, 'mother' from students s join guardians g using (school_id, document_number);
  insert into enrollments (school_id, id, student_id, school_year_id, grade_level, group_code)
    select s.school_id, gen_random_uuid(), s.id, y.id, '6', '6-A' from students s join school_years y using (school_id);
  insert into enrollment_documents (school_id, id, enrollment_id, document_type, file_id)
    select school_id, gen_random_uuid(), id, 'birth_certificate', gen_random_uuid() from enrollments;
  insert into document_files (school_id, id, document_id, object_key, file_name, content_type, size, sha256, uploaded_by)
    select school_id, file_id, id, id::text, 'a.pdf', 'application/pdf', 10, 'x', gen_random_uuid() from enrollment_documents
     where enrollment_id in (select id from enrollments e where exists (select from students s where s.id = e.student_id and s.document_number ~ '[02468]$'));
  update document_files f set uploaded_by = (select id from users order by id limit 1) where id in (select id from document_files order by id limit 150);
  insert into family_links (school_id, id, guardian_id, token_hash, channel, expires_at) select school_id, gen_random_uuid(), id, id::text, 'qr', now() from guardians;
  insert into audit_log (school_id, id, actor_kind, actor_name, action, entity, request_id) select id, gen_random_uuid(), 'system', 'x', 'x', 'x', 'x' from schools;
  insert into jobs (school_id, id, name, title, input, request_id) select id, gen_random_uuid(), 'x', 'x', '{}', 'x' from schools;`
