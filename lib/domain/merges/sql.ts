import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'

type Reader = { ctx: SchoolContext; sql: Sql }
/** A row as it is stored, column by column: what is written back when a merge is undone. */
export type StoredRow = Record<string, unknown> & { id: string }

/** A stored row as it can be written: the school is the caller's, and a column that says nothing may stay away. */
export const writable = (row: StoredRow) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'school_id' && column !== 'r2_object_key'))

export async function studentRow({ ctx, sql }: Reader, id: string): Promise<StoredRow | null> {
  const [found] = await sql<{ row: StoredRow }>`
    select to_jsonb(s) as row from students s where s.school_id = ${ctx.schoolId} and s.id = ${id}`
  return found?.row ?? null
}

export async function guardianRow({ ctx, sql }: Reader, id: string): Promise<StoredRow | null> {
  const [found] = await sql<{ row: StoredRow }>`
    select to_jsonb(g) as row from guardians g where g.school_id = ${ctx.schoolId} and g.id = ${id}`
  return found?.row ?? null
}

/** The links of these students, or of these guardians. */
export async function linkRows({ ctx, sql }: Reader, ids: readonly string[]): Promise<StoredRow[]> {
  const rows = await sql<{ row: StoredRow }>`
    select to_jsonb(l) as row from student_guardians l
     where l.school_id = ${ctx.schoolId} and (l.student_id = any(${ids}) or l.guardian_id = any(${ids}))
     order by l.priority`
  return rows.map(({ row }) => row)
}

export async function enrollmentRows({ ctx, sql }: Reader, ids: readonly string[]): Promise<StoredRow[]> {
  const rows = await sql<{ row: StoredRow }>`
    select to_jsonb(e) as row from enrollments e where e.school_id = ${ctx.schoolId} and e.id = any(${ids})`
  return rows.map(({ row }) => row)
}

export async function documentRows({ ctx, sql }: Reader, enrollmentIds: readonly string[]): Promise<StoredRow[]> {
  const rows = await sql<{ row: StoredRow }>`
    select to_jsonb(d) as row from enrollment_documents d
     where d.school_id = ${ctx.schoolId} and d.enrollment_id = any(${enrollmentIds})`
  return rows.map(({ row }) => row)
}

export async function recipientRows({ ctx, sql }: Reader, ids: readonly string[]): Promise<StoredRow[]> {
  const rows = await sql<{ row: StoredRow }>`
    select to_jsonb(r) as row from communication_recipients r where r.school_id = ${ctx.schoolId} and r.id = any(${ids})`
  return rows.map(({ row }) => row)
}
