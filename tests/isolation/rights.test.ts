import { Client, DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/platform/env'
import { appendOnly, foreignTables, tableLines } from '@/prisma/tables'
import { addEnrollment } from '@/tests/support/enrollment'
import { tenantModels } from '@/tests/support/models'
import { testSchool } from '@/tests/support/school'

let app: Client

beforeAll(async () => {
  app = new Client(env().DATABASE_URL)
  await app.connect()
})
afterAll(() => app.end())

describe('the application’s role', () => {
  it('is nobody special', async () => {
    const [role] = (
      await app.query(
        `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
                (select count(*)::int from pg_auth_members where member = r.oid) as memberships
           from pg_roles r where rolname = current_user`,
      )
    ).rows
    expect(role).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
      memberships: 0,
    })
    const owned = await app.query(`select relname from pg_class where relowner = current_user::regrole`)
    expect(owned.rows).toEqual([])
    const may = await app.query(
      `select has_database_privilege(current_database(), 'CREATE') as database, has_schema_privilege('public', 'CREATE') as schema,
              has_schema_privilege('pgboss', 'CREATE') as queue`,
    )
    expect(may.rows[0]).toEqual({ database: false, schema: false, queue: false })
  })

  it.each([
    'create table x (id int)',
    'create temporary table x (id int)',
    'alter table students add x int',
    'drop table students',
    'truncate students',
    'create schema x',
    'create index x on students (id)',
    'alter table students disable trigger all',
    'select * from _prisma_migrations',
    'set session_replication_role = replica',
    "copy students to program 'cat'",
  ])('cannot: %s', async (text) => {
    await expect(app.query(text)).rejects.toThrow(DatabaseError)
  })

  it('changes neither school_id nor a key, and nothing that is written once', async () => {
    const rights = (
      await app.query(
        `select c.relname as table, a.attname as column,
                coalesce(a.attnum = any(k.conkey), false) or a.attname = 'school_id' as key,
                has_column_privilege(c.oid, a.attnum, 'UPDATE') as update,
                has_table_privilege(c.oid, 'DELETE') as delete, has_table_privilege(c.oid, 'TRUNCATE') as truncate,
                has_table_privilege(c.oid, 'SELECT') as select, has_table_privilege(c.oid, 'TRIGGER') as trigger,
                has_table_privilege(c.oid, 'REFERENCES') as references
           from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
      )
    ).rows
    expect(rights.length).toBeGreaterThan(200)
    expect(appendOnly).toEqual(expect.arrayContaining(['audit_log', 'platform_audit', 'consent_texts']))
    // Of a consent only whose it is may change, for two records of one child that become one.
    expect(tableLines.consents?.rights).toEqual(['student_id', 'guardian_id'])
    for (const right of rights) {
      const { table, column, key, ...held } = right
      const hidden = table in foreignTables
      const { rights: given = [] } = tableLines[table] ?? {}
      const listed = typeof given === 'string' ? given !== 'once' : given.includes(column)
      expect(held, `${table}.${column}`).toEqual({
        select: !hidden,
        update: listed && !key,
        delete: given === 'write',
        truncate: false,
        trigger: false,
        references: false,
      })
    }
  })
})

describe('plain SQL as the application', () => {
  const code = async (text: string, values: unknown[] = []) =>
    app.query(text, values).then(
      () => 'done',
      (error: DatabaseError) => error.code,
    )
  const foreignKey = '23503'
  const privilege = '42501'

  it('cannot link rows of two schools', async () => {
    const [a, b] = [await testSchool(), await testSchool()]
    const [mine, theirs] = [await addEnrollment(a), await addEnrollment(b)]
    expect(
      await code('update enrollments set student_id = $1 where school_id = $2 and id = $3', [
        theirs.studentId,
        a.id,
        mine.id,
      ]),
    ).toBe(foreignKey)
    expect(
      await code(
        `insert into enrollments (school_id, id, student_id, school_year_id, grade_level) values ($1, gen_random_uuid(), $2, $3, '1')`,
        [a.id, theirs.studentId, a.nextYearId],
      ),
    ).toBe(foreignKey)
    expect(await code('update enrollments set school_year_id = $1 where id = $2', [theirs.schoolYearId, mine.id])).toBe(
      foreignKey,
    )
    // The same row with its own school's ids goes in: the refusals above are the keys' and nothing else's.
    expect(
      await code(
        `insert into enrollments (school_id, id, student_id, school_year_id, grade_level) values ($1, gen_random_uuid(), $2, $3, '1')`,
        [a.id, mine.studentId, a.nextYearId],
      ),
    ).toBe('done')
  })

  it('cannot move a row to another school or give it another id, in any table', async () => {
    for (const table of tenantModels.map((model) => model.table)) {
      expect(await code(`update ${table} set school_id = gen_random_uuid()`), table).toBe(privilege)
      if (table !== 'school_settings')
        expect(await code(`update ${table} set id = gen_random_uuid()`), table).toBe(privilege)
    }
  })

  it('cannot change or delete the history and the consents', async () => {
    for (const table of appendOnly) {
      expect(await code(`delete from ${table}`), table).toBe(privilege)
      expect(await code(`update ${table} set id = id`), table).toBe(privilege)
    }
    expect(await code(`update audit_log set actor_name = 'x'`)).toBe(privilege)
    expect(await code(`update consents set decision = 'revoked'`)).toBe(privilege)
    expect(await code(`update activity_score_history set after_score = 5`)).toBe(privilege)
  })

  it('corrects a roll call and a score, and deletes neither; a report card keeps what it said', async () => {
    for (const table of ['attendance_records', 'activity_scores', 'report_cards', 'issued_documents'])
      expect(await code(`delete from ${table}`), table).toBe(privilege)
    expect(await code(`update attendance_records set status = 'late' where false`)).toBe('done')
    expect(await code(`update activity_scores set score = 3 where false`)).toBe('done')
    expect(await code(`update report_cards set items = '[]'`)).toBe(privilege)
    expect(await code(`update report_cards set status = 'replaced' where false`)).toBe('done')
    expect(await code(`update issued_documents set content_hash = ''`)).toBe(privilege)
  })
})
