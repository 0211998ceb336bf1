import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { registry } from '@/lib/platform/db/registry'
import { env } from '@/lib/platform/env'
import { type Line, tableLines, tablesOf } from '@/prisma/tables'
import { readCatalogue } from '@/scripts/database/catalogue/read'
import { catalogueFaults } from '@/scripts/database/catalogue/rules'
import { spreadOf, statementsOf } from '@/scripts/database/catalogue/spread'
import { models, tenantModels } from '@/tests/support/models'

const app = 'athena_app'
let superuser: Client

beforeAll(async () => {
  const { pathname } = new URL(env().DATABASE_URL)
  superuser = new Client(Object.assign(new URL(inject('services').superuserUrl), { pathname }).href)
  await superuser.connect()
})
afterAll(() => superuser.end())

describe('the migrated database', () => {
  it('keeps every rule of the catalogue', async () => {
    expect(catalogueFaults(await readCatalogue(superuser, app))).toEqual([])
  })

  it('has the tables that the schema and the registry speak of', async () => {
    const { tables } = await readCatalogue(superuser, app)
    expect(tables).toEqual(expect.arrayContaining(models.map(({ table }) => table)))
    expect(Object.keys(registry).sort()).toEqual(models.map(({ name }) => name).sort())
    expect(tenantModels.map(({ table }) => table).sort()).toEqual(tablesOf('tenant'))
    for (const { name, table } of models)
      expect(registry[name]?.tenant, table).toBe(tableLines[table]?.class === 'tenant')
  })

  it('can be distributed: what a key leads to comes before what holds it', async () => {
    const catalogue = await readCatalogue(superuser, app)
    const spread = spreadOf(catalogue)
    expect(spread.stuck).toEqual([])
    expect(spread.tenant.toSorted()).toEqual(tablesOf('tenant'))
    const order = [...spread.reference, ...spread.tenant]
    for (const key of catalogue.keys) {
      if (key.from === key.to || spread.postponed.includes(key) || !spread.tenant.includes(key.from)) continue
      expect(order.indexOf(key.to), key.name).toBeLessThan(order.indexOf(key.from))
      expect(order.indexOf(key.to), key.name).toBeGreaterThanOrEqual(0)
    }
    expect(statementsOf(spread)).toContain(`SELECT create_reference_table('users');`)
  })
})

const columns = 'school_id uuid not null references schools on delete cascade, id uuid not null'
const tenant: Line = { class: 'tenant', rights: 'write' }
const reference: Line = { class: 'reference', rights: 'write' }
const system: Line = { class: 'system', rights: 'write' }
const student = 'foreign key (school_id, student_id) references students (school_id, id)'

/** Each rule once in red: a table that breaks it, and what the rule says of it. */
const bad: { rule: string; sql: string; lines?: Record<string, Line>; says: string }[] = [
  { rule: 'classed', sql: 'create table bad (id int)', lines: {}, says: 'bad is not classed' },
  { rule: 'no school', sql: 'create table bad (id uuid primary key)', says: 'bad has no school_id' },
  {
    rule: 'school of another type',
    sql: 'create table bad (school_id text not null, id uuid, primary key (school_id, id))',
    says: 'bad.school_id must be uuid not null without default, and is text',
  },
  {
    rule: 'school that may be missing',
    sql: 'create table bad (school_id uuid references schools on delete cascade, id uuid primary key)',
    says: 'bad.school_id must be uuid not null without default, and is uuid null',
  },
  {
    rule: 'school by default',
    sql: `create table bad (school_id uuid not null default gen_random_uuid() references schools on delete cascade, id uuid, primary key (school_id, id))`,
    says: 'with a default',
  },
  {
    rule: 'a global table with a school',
    sql: 'create table bad (id uuid primary key, school_id uuid)',
    lines: { bad: system },
    says: 'bad has school_id and is not a tenant table',
  },
  {
    rule: 'primary key',
    sql: `create table bad (${columns}, primary key (id, school_id))`,
    says: 'and is (id, school_id)',
  },
  { rule: 'no primary key', sql: `create table bad (${columns})`, says: 'and is (none)' },
  {
    rule: 'unique index',
    sql: `create table bad (${columns}, code text unique, primary key (school_id, id))`,
    says: 'unique index bad_code_key (code) must begin with school_id',
  },
  {
    rule: 'unique index with the school in the second place',
    sql: `create table bad (${columns}, code text, primary key (school_id, id), unique (code, school_id))`,
    says: 'unique index bad_code_school_id_key (code, school_id)',
  },
  {
    rule: 'unique index over an expression',
    sql: `create table bad (${columns}, code text, primary key (school_id, id)); create unique index bad_lower on bad (lower(code))`,
    says: 'unique index bad_lower',
  },
  {
    rule: 'plain index',
    sql: `create table bad (${columns}, code text, primary key (school_id, id)); create index bad_code on bad (code)`,
    says: 'index bad_code must begin with school_id',
  },
  {
    rule: 'key between schools without the school',
    sql: `create unique index loose on students (id);
          create table bad (${columns}, student_id uuid references students (id), primary key (school_id, id))`,
    says: 'bad_student_id_fkey → students must carry school_id first on both sides',
  },
  {
    rule: 'key with the school in another place',
    sql: `create unique index turned on students (id, school_id);
          create table bad (${columns}, student_id uuid, primary key (school_id, id),
            foreign key (student_id, school_id) references students (id, school_id))`,
    says: 'must carry school_id first on both sides',
  },
  {
    rule: 'on update',
    sql: `create table bad (${columns}, student_id uuid, primary key (school_id, id), ${student} on update cascade)`,
    says: 'must have ON UPDATE NO ACTION',
  },
  {
    rule: 'on delete set null',
    sql: `create table bad (${columns}, student_id uuid, primary key (school_id, id), ${student} on delete set null)`,
    says: 'must not empty school_id',
  },
  {
    rule: 'on delete set default',
    sql: `create table bad (${columns}, person uuid references users on delete set default, primary key (school_id, id)); create index on bad (person)`,
    says: 'must not set a default',
  },
  {
    rule: 'key from a global table into a school',
    sql: 'create unique index loose on students (id); create table bad (id uuid primary key references students (id))',
    lines: { bad: reference },
    says: 'leads from a reference table into a school',
  },
  {
    rule: 'key to a table that stays on one node',
    sql: `create table bad (${columns}, session_id uuid references auth_sessions, primary key (school_id, id)); create index on bad (session_id)`,
    says: 'leads to a system table',
  },
  {
    rule: 'no key to schools',
    sql: 'create table bad (school_id uuid not null, id uuid, primary key (school_id, id))',
    says: 'bad has no key to schools',
  },
  {
    rule: 'a school that does not take its rows along',
    sql: 'create table bad (school_id uuid not null references schools, id uuid, primary key (school_id, id))',
    says: 'must go with its school',
  },
  {
    rule: 'key without index',
    sql: `create table bad (${columns}, student_id uuid, primary key (school_id, id), ${student} on delete cascade)`,
    says: 'no index serves bad_school_id_student_id_fkey',
  },
  {
    rule: 'id without key',
    sql: `create table bad (${columns}, student_id uuid, primary key (school_id, id))`,
    says: 'bad.student_id names a row that no key holds',
  },
  {
    rule: 'identity',
    sql: `create table bad (${columns}, number int generated always as identity, primary key (school_id, id))`,
    says: 'bad.number is an identity',
  },
  { rule: 'sequence', sql: 'create sequence bad_numbers', lines: {}, says: 'sequence bad_numbers' },
  {
    rule: 'trigger',
    sql: `create trigger bad_trigger before update on students for each row execute function suppress_redundant_updates_trigger()`,
    lines: {},
    says: 'trigger bad_trigger on students',
  },
  {
    rule: 'function',
    sql: `create function bad_one() returns int language sql as 'select 1'`,
    lines: {},
    says: 'function bad_one',
  },
  {
    rule: 'rule and view',
    sql: 'create view bad_view as select * from students',
    lines: {},
    says: 'rule _RETURN on bad_view',
  },
  {
    rule: 'role owns',
    sql: `alter table students owner to ${app}`,
    lines: {},
    says: `${app} must not have on students: owns`,
  },
  { rule: 'role truncates', sql: `grant truncate on students to ${app}`, lines: {}, says: 'on students: truncate' },
  { rule: 'role sets triggers', sql: `grant trigger on students to ${app}`, lines: {}, says: 'on students: trigger' },
  {
    rule: 'role updates the school',
    sql: `grant update (school_id) on students to ${app}`,
    lines: {},
    says: 'must not update students.school_id',
  },
  {
    rule: 'role updates the id',
    sql: `grant update on students to ${app}`,
    lines: {},
    says: 'must not update students.id',
  },
  { rule: 'DDL', sql: `grant create on schema public to ${app}`, lines: {}, says: `${app} holds: DDL in public` },
  { rule: 'a role that is more', sql: `alter role ${app} createdb`, lines: {}, says: `${app} holds: new databases` },
]

describe('a rule names the offender', () => {
  it.each(bad)('$rule', async ({ sql, lines = { bad: tenant }, says }) => {
    await superuser.query('begin')
    try {
      await superuser.query(sql)
      const faults = catalogueFaults(await readCatalogue(superuser, app), { ...tableLines, ...lines })
      expect(faults.join('\n')).toContain(says)
    } finally {
      await superuser.query('rollback')
    }
  })

  it('and a circle of keys that no empty column opens', async () => {
    await superuser.query('begin')
    try {
      await superuser.query(`
        create table one (${columns}, other uuid not null, primary key (school_id, id));
        create table two (${columns}, other uuid not null, primary key (school_id, id),
          foreign key (school_id, other) references one (school_id, id));
        alter table one add foreign key (school_id, other) references two (school_id, id)`)
      const { stuck } = spreadOf(await readCatalogue(superuser, app), { ...tableLines, one: tenant, two: tenant })
      expect(stuck).toEqual(['a circle of keys that cannot be opened: one, two'])
    } finally {
      await superuser.query('rollback')
    }
  })
})
