import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '@/lib/platform/db/registry'
import { env } from '@/lib/platform/env'
import { models, tenantModels } from '@/tests/support/models'

/** Tables of no school, each for a reason. A new table is a school's unless it is added here. */
const globalTables: Record<string, string> = {
  schools: 'the tenants themselves',
  users: 'a person may work in several schools',
  user_credentials: 'hang on the person',
  auth_sessions: 'hang on the person',
  user_tokens: 'hang on the person',
  rate_limits: 'counters of accounts and addresses',
  platform_audit: 'history of what belongs to no school',
  platform_mails: 'mails to a person of no school',
  _prisma_migrations: "Prisma's own",
}

let owner: Client

beforeAll(async () => {
  owner = new Client(env().DATABASE_OWNER_URL)
  await owner.connect()
})
afterAll(() => owner.end())

async function rowsOf<T>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await owner.query(text, values)).rows as T[]
}

const tenantTables = tenantModels.map(({ table }) => table).sort()

const allTables = () =>
  rowsOf<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  ).then((rows) => rows.map(({ name }) => name))

describe('the tables', () => {
  it('are a school’s or in the list of the others', async () => {
    expect(await allTables()).toEqual([...tenantTables, ...Object.keys(globalTables)].sort())
    expect(Object.keys(registry).sort()).toEqual(models.map(({ name }) => name).sort())
  })

  it('of a school have school_id uuid not null without default', async () => {
    const columns = await rowsOf<{ table: string; type: string; required: boolean; fallback: boolean }>(
      `select c.relname as table, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, a.atthasdef as fallback
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'school_id' order by 1`,
    )
    expect(columns.map(({ table }) => table)).toEqual(tenantTables)
    for (const column of columns) expect(column).toMatchObject({ type: 'uuid', required: true, fallback: false })
  })

  it('have no triggers of ours, no rules, no sequences, no generated or serial columns', async () => {
    expect(
      await rowsOf(`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not tgisinternal`),
    ).toEqual([])
    expect(
      await rowsOf(`select rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
      where c.relnamespace = 'public'::regnamespace`),
    ).toEqual([])
    expect(
      await rowsOf(`select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'S'`),
    ).toEqual([])
    expect(
      await rowsOf(`select attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and (attidentity <> '' or attgenerated <> '')`),
    ).toEqual([])
    expect(
      await rowsOf(`select proname from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`),
    ).toEqual([])
  })
})

type Index = { table: string; index: string; unique: boolean; primary: boolean; columns: string[] }

describe('the keys of a school’s tables', () => {
  it('unique ones, primary ones first of all, begin with school_id', async () => {
    const indexes = await rowsOf<Index>(
      `select c.relname as table, i.relname as index, x.indisunique as unique, x.indisprimary as primary,
              array(select coalesce(a.attname, '')::text from unnest(x.indkey::int[]) with ordinality k(num, place)
                      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num order by k.place) as columns
         from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        where c.relnamespace = 'public'::regnamespace and c.relname = any($1)`,
      [tenantTables],
    )
    const primary = indexes.filter((index) => index.primary)
    expect(primary.map(({ table }) => table).sort()).toEqual(tenantTables)
    for (const { table, columns } of primary)
      expect(columns, table).toEqual(table === 'school_settings' ? ['school_id'] : ['school_id', 'id'])
    for (const index of indexes.filter(({ unique }) => unique)) expect(index.columns[0], index.index).toBe('school_id')
  })

  it('foreign ones between them carry school_id in the same place and change nothing on update', async () => {
    const keys = await rowsOf<{
      name: string
      from: string
      to: string
      columns: string[]
      targets: string[]
      onUpdate: string
      onDelete: string
      matching: string
    }>(
      `select k.conname as name, c.relname as from, f.relname as to, k.confupdtype as "onUpdate", k.confdeltype as "onDelete",
              k.confmatchtype as matching,
              array(select a.attname::text from unnest(k.conkey) with ordinality x(num, place)
                      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.num order by place) as columns,
              array(select a.attname::text from unnest(k.confkey) with ordinality x(num, place)
                      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.num order by place) as targets
         from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
    )
    const tenant = new Set(tenantTables)
    expect(keys.length).toBeGreaterThan(40)
    for (const key of keys) {
      expect(key.onUpdate, `${key.name} on update`).toBe('a')
      if (tenant.has(key.from) && tenant.has(key.to)) {
        expect([key.columns[0], key.targets[0]], key.name).toEqual(['school_id', 'school_id'])
        expect(key.targets, key.name).toEqual(['school_id', 'id'])
        // SET NULL would take school_id along. Cascade for what belongs to the other, no action for what only mentions it.
        expect(['c', 'a'], `${key.name} on delete`).toContain(key.onDelete)
      } else if (key.to === 'schools') {
        expect(key, key.name).toMatchObject({ columns: ['school_id'], targets: ['id'], onDelete: 'c' })
      } else {
        // To a person: the record stays, its reference empties; what hangs on the person goes along.
        expect(tenant.has(key.to), `${key.name} leads from a global table into a school`).toBe(false)
        expect(key.columns, key.name).not.toContain('school_id')
        expect(['c', 'n'], `${key.name} on delete`).toContain(key.onDelete)
      }
    }
    for (const table of tenantTables)
      expect(
        keys.some((key) => key.from === table && key.to === 'schools'),
        `${table} → schools`,
      ).toBe(true)
  })

  it('every column that names another row of the school is held by one', async () => {
    const ids = await rowsOf<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.atttypid = 'uuid'::regtype
          and a.attname not in ('id', 'school_id') and a.attnum > 0
          and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any(k.conkey))
        order by 1, 2`,
      [tenantTables],
    )
    // History outlives what it tells of; a file's uploader and a document's current file are looked up, never followed.
    expect(ids.map(({ table, column }) => `${table}.${column}`)).toEqual([
      'audit_log.actor_id',
      'audit_log.entity_id',
      'audit_log.student_id',
      'document_files.uploaded_by',
      'enrollment_documents.file_id',
      'idempotency_keys.actor_id',
      'outbox_mails.student_id',
    ])
  })
})
