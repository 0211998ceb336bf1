import type { Client } from 'pg'
import { nitCheckDigit } from '@/lib/shared/nit'

/** Tables whose rows are of one school, in any order: keys are checked when all of them stand. */
const columnsOf = `
  select c.table_name as table, json_agg(json_build_object('name', c.column_name, 'type', c.udt_name) order by c.ordinal_position) as columns
    from information_schema.columns c
   where c.table_schema = 'public' and c.is_generated = 'NEVER' and exists (
     select 1 from information_schema.columns s
      where s.table_schema = 'public' and s.table_name = c.table_name and s.column_name = 'school_id')
   group by c.table_name order by c.table_name`

type Table = { table: string; columns: { name: string; type: string }[] }

/** The copy's ids: the original's, with the copy's number in the last six digits. Order and moments stay. */
const copied = (column: string) => `overlay(${column}::text placing n.mark from 31 for 6)::uuid`

function columnValue({ name, type }: Table['columns'][number]): string {
  if (name === 'school_id') return 'n.id'
  if (type === 'uuid') return copied(`t."${name}"`)
  if (name.endsWith('object_key')) return `replace(t."${name}", t.school_id::text, n.id::text)`
  return `t."${name}"`
}

/** What a year of lessons leaves behind: nine of ten rows of a school. */
const daily = [
  'attendance_lists',
  'attendance_records',
  'attendance_history',
  'activity_scores',
  'activity_score_history',
  'course_results',
]

/** `lived`: with the roll calls and scores of the year, not only its structure. */
export type Copies = { template: string; slug: string; first: number; count: number; lived: boolean }

/**
 * Copies a school with its people, families, enrollments and the structure of its year, `count` times inside the database: ten times as fast as sending rows.
 * The connection must be a superuser's; keys are not checked, because a copy is as whole as its original.
 */
export async function copySchool(client: Client, { template, slug, first, count, lived }: Copies): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => first + index)
  await client.query('begin')
  await client.query(`set local session_replication_role = replica`)
  await client.query(`set local synchronous_commit = off`)
  await client.query(
    `create temp table bench_copies on commit drop as
     select overlay($1::text placing lpad(to_hex(number), 6, '0') from 31)::uuid as id, lpad(to_hex(number), 6, '0') as mark, number, nit
       from unnest($2::int[], $3::text[]) as n(number, nit)`,
    [template, numbers, numbers.map((number) => nitOf(number))],
  )
  await client.query(
    `insert into schools (id, slug, name, nit, resolution, city, sector, calendar, is_active, version, created_at, updated_at)
     select n.id, $2 || '-' || n.number, t.name || ' ' || n.number, n.nit, t.resolution, t.city, t.sector, t.calendar, true, 1, t.created_at, t.updated_at
       from schools t cross join bench_copies n where t.id = $1`,
    [template, slug],
  )
  await client.query(
    `insert into users (id, email, full_name, is_active, locale, created_at, updated_at)
     select ${copied('t.id')}, n.number || '.' || t.email, t.full_name, true, t.locale, t.created_at, t.updated_at
       from users t cross join bench_copies n where t.id in (select user_id from school_memberships where school_id = $1)`,
    [template],
  )
  await client.query(
    `insert into user_credentials (user_id, password_hash)
     select ${copied('t.user_id')}, t.password_hash from user_credentials t cross join bench_copies n
      where t.user_id in (select user_id from school_memberships where school_id = $1)`,
    [template],
  )
  const { rows: tables } = await client.query<Table>(columnsOf)
  for (const { table, columns } of tables) {
    if (!lived && daily.includes(table)) continue
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    await client.query(
      `insert into "${table}" (${names}) select ${columns.map(columnValue).join(', ')}
         from "${table}" t cross join bench_copies n where t.school_id = $1`,
      [template],
    )
  }
  await client.query('commit')
}

function nitOf(number: number): string {
  const digits = String(700_000_000 + number)
  return `${digits}-${nitCheckDigit(digits)}`
}
