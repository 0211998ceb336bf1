import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrationNames, wayBack } from '@/scripts/database/files'
import { deploy, takeBack } from '@/scripts/database/migrations'
import { alone } from '@/scripts/database/prepare'

const { superuserUrl, ownerUrl } = inject('services')
const database = `back_${process.env.VITEST_POOL_ID}`
const url = Object.assign(new URL(ownerUrl), { pathname: `/${database}` }).href
const migrations = migrationNames()
let superuser: Client
let owner: Client

beforeAll(async () => {
  superuser = new Client(superuserUrl)
  await superuser.connect()
  await superuser.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  await superuser.query(`CREATE DATABASE ${database} OWNER athena_owner`)
  owner = new Client(url)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await superuser.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  await superuser.end()
})

/** Tables, columns, constraints and indexes of the program, each as PostgreSQL would write it. */
async function catalogue(): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull
             || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and c.relname <> '_prisma_migrations'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
     where connamespace = 'public'::regnamespace and conrelid::regclass::text <> '_prisma_migrations'
    union all select pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s where s.stxnamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
    union all select 'extension ' || extname from pg_extension
    order by 1`)
  return rows.map(({ line }) => line)
}

test('each migration leads forward, back to where it came from, and forward again', async () => {
  const states = [await catalogue()]
  const forward = (name: string) => owner.query(readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
  for (const name of migrations) {
    await forward(name)
    states.push(await catalogue())
    expect(states.at(-1), name).not.toEqual(states.at(-2))
  }
  for (const [place, name] of [...migrations.entries()].toReversed()) {
    await owner.query(wayBack(name))
    expect(await catalogue(), `back from ${name}`).toEqual(states[place])
  }
  for (const [place, name] of migrations.entries()) {
    await forward(name)
    expect(await catalogue(), `forward again to ${name}`).toEqual(states[place + 1])
  }
  for (const name of migrations.toReversed()) await owner.query(wayBack(name))
}, 60_000)

test('the newest one is taken back by name; another one, or one with rows, is refused', async () => {
  await alone(url, () => deploy(url))
  const all = await catalogue()
  const newest = migrations.at(-1)!
  await expect(takeBack(url, migrations[0]!, false)).rejects.toThrow(
    `Only the newest migration can be taken back: ${newest}`,
  )
  await owner.query(`insert into schools (id, slug, name) values (gen_random_uuid(), 'uno', 'Uno')`)
  await owner.query(`insert into counters (school_id, id, scope) select id, gen_random_uuid(), 'x' from schools`)
  const life = '20261121123000_school_life'
  const later = migrations.slice(migrations.indexOf(life) + 1)
  for (const name of later.toReversed()) await takeBack(url, name, true)
  await expect(takeBack(url, life, false)).rejects.toThrow('These rows would be lost: counters 1')
  expect((await owner.query('select scope from counters')).rows).toEqual([{ scope: 'x' }])
  await takeBack(url, life, true)
  expect((await owner.query(`select to_regclass('counters') as name`)).rows).toEqual([{ name: null }])
  expect((await owner.query('select slug from schools')).rows).toEqual([{ slug: 'uno' }])
  expect(await deploy(url)).toEqual([life, ...later])
  expect(await catalogue()).toEqual(all)
}, 60_000)
