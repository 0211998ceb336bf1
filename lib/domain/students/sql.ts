import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { can } from '@/lib/platform/permissions'
import { searchTerms } from '@/lib/shared/search-text'
import { visibleStudents } from './policy'
import type { StudentFilter, StudentRow } from './schema'

export type Reader = { ctx: SchoolContext; sql: Sql }
export type Keyset = { direction: 'next' | 'previous'; fullName: string; id: string }

/** The year whose enrollments a list shows: the one asked for, else the active one, else the latest. */
const shownYear = (schoolId: string, yearId: string | undefined): Fragment =>
  yearId
    ? fragment`${yearId}::uuid`
    : fragment`(select y.id from school_years y where y.school_id = ${schoolId}
                 order by (y.status = 'active') desc, y.starts_on desc limit 1)`

const all = (conditions: Fragment[]): Fragment =>
  conditions.reduce((before, condition) => fragment`${before} ${condition}`, nothing)

/** Each word must occur in the stored text; words hold letters and digits only, so LIKE needs no escaping. */
const matches = (query: string): Fragment =>
  all(searchTerms(query).map((term) => fragment`and s.search_text like ${`%${term}%`}`))

const from = (ctx: SchoolContext, filter: StudentFilter): Fragment => fragment`
  from students s
  left join enrollments e on e.school_id = s.school_id and e.student_id = s.id
        and e.school_year_id = ${shownYear(ctx.schoolId, filter.yearId)}
 where s.school_id = ${ctx.schoolId} ${visibleStudents(ctx)} ${all([
   filter.q ? matches(filter.q) : nothing,
   filter.active === undefined ? nothing : fragment`and s.is_active = ${filter.active}`,
   filter.gradeLevel ? fragment`and e.grade_level = ${filter.gradeLevel}` : nothing,
   filter.groupCode ? fragment`and e.group_code = ${filter.groupCode}` : nothing,
   filter.status ? fragment`and e.status = ${filter.status}` : nothing,
   filter.missing === undefined
     ? nothing
     : filter.missing
       ? fragment`and e.missing_count > 0`
       : fragment`and e.missing_count = 0`,
   filter.enrolled === undefined
     ? nothing
     : filter.enrolled
       ? fragment`and e.id is not null`
       : fragment`and e.id is null`,
 ])}`

const rowColumns = fragment`
  s.id, s.full_name as "fullName", s.document_type as "documentType", s.document_number as "documentNumber",
  s.is_active as "isActive", e.id as "enrollmentId", e.grade_level as "gradeLevel", e.group_code as "groupCode",
  e.status, e.missing_count as "missingCount"`

/** Rows from the key on; backwards they come in the opposite order. */
function rowsFrom(ctx: SchoolContext, filter: StudentFilter, count: number, key?: Keyset): Fragment {
  if (!key) return fragment`select ${rowColumns} ${from(ctx, filter)} order by s.full_name, s.id limit ${count}`
  const edge = fragment`(${key.fullName}, ${key.id}::uuid)`
  return key.direction === 'next'
    ? fragment`select ${rowColumns} ${from(ctx, filter)} and (s.full_name, s.id) > ${edge}
                order by s.full_name, s.id limit ${count}`
    : fragment`select ${rowColumns} ${from(ctx, filter)} and (s.full_name, s.id) < ${edge}
                order by s.full_name desc, s.id desc limit ${count}`
}

export type ListedYear = { id: string; name: string; status: string }
type Listed = { rows: StudentRow[]; total: number; all: number; year: ListedYear | null }
type Found = Omit<Listed, 'all'> & { all: number | null }

/**
 * One page in one statement: at most `count` rows in the order of the list from the key on, how many the filter leaves,
 * of how many that are as active as those asked for, and the year whose enrollments are shown.
 */
export async function studentPage(
  { ctx, sql }: Reader,
  filter: StudentFilter,
  count: number,
  key?: Keyset,
): Promise<Listed> {
  const total = fragment`(select count(*)::int ${from(ctx, filter)})`
  const { active, yearId, ...narrowing } = filter
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  const [found] = await sql<Found>`
    select (select coalesce(json_agg(r), '[]') from (${rowsFrom(ctx, filter, count, key)}) r) as rows, ${total} as total,
           ${
             narrowed
               ? fragment`(select count(*)::int from students s where s.school_id = ${ctx.schoolId} ${visibleStudents(ctx)}
                   ${active === undefined ? nothing : fragment`and s.is_active = ${active}`}) as "all"`
               : fragment`null as "all"`
           },
           (select json_build_object('id', y.id, 'name', y.name, 'status', y.status) from school_years y
             where y.school_id = ${ctx.schoolId} and y.id = ${shownYear(ctx.schoolId, yearId)}) as year`
  if (!found) return { rows: [], total: 0, all: 0, year: null }
  const rows = key?.direction === 'previous' ? found.rows.reverse() : found.rows
  return { ...found, rows, all: found.all ?? found.total }
}

export type ExportRow = StudentRow & {
  firstSurname: string
  secondSurname: string | null
  firstName: string
  secondName: string | null
  birthDate: string | null
  gender: string | null
  shift: string | null
  guardianName: string | null
  guardianRelationship: string | null
  guardianPhone: string | null
  guardianEmail: string | null
}

/** Everything of the filtered list, with the guardian who is called first; a teacher's file says nothing of guardians. */
export function exportRows({ ctx, sql }: Reader, filter: StudentFilter): Promise<ExportRow[]> {
  return sql<ExportRow>`
    select l.*, g.full_name as "guardianName", sg.relationship as "guardianRelationship",
           g.phone as "guardianPhone", g.email as "guardianEmail"
      from (select ${rowColumns}, s.school_id, s.first_surname as "firstSurname", s.second_surname as "secondSurname",
                   s.first_name as "firstName", s.second_name as "secondName",
                   to_char(s.birth_date, 'YYYY-MM-DD') as "birthDate", s.gender, e.shift ${from(ctx, filter)}) l
      left join student_guardians sg on sg.school_id = l.school_id and sg.student_id = l.id and sg.is_primary
       ${can(ctx.permissions, 'read:students') || can(ctx.permissions, 'read:own_data') ? nothing : fragment`and false`}
      left join guardians g on g.school_id = sg.school_id and g.id = sg.guardian_id
     order by l."fullName", l.id`
}

/** The years, newest first, and how many students each grade and group of the shown year has. */
export async function facets({ ctx, sql }: Reader, yearId: string | undefined) {
  const visible = visibleStudents(ctx)
  const [row] = await sql<{
    years: ListedYear[]
    groups: { gradeLevel: string; groupCode: string | null; students: number }[]
  }>`
    select (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name, 'status', y.status)
                     order by y.starts_on desc), '[]')
              from school_years y where y.school_id = ${ctx.schoolId}) as years,
           (select coalesce(json_agg(json_build_object('gradeLevel', g.grade_level, 'groupCode', g.group_code,
                     'students', g.students)), '[]')
              from (select e.grade_level, e.group_code, count(*)::int as students from enrollments e
                      ${visible === nothing ? nothing : fragment`join students s on s.school_id = e.school_id and s.id = e.student_id`}
                     where e.school_id = ${ctx.schoolId} and e.school_year_id = ${shownYear(ctx.schoolId, yearId)} ${visible}
                     group by e.grade_level, e.group_code order by e.group_code) g) as groups`
  return row ?? { years: [], groups: [] }
}
