import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import type { Keyset } from '@/lib/shared/keyset'
import { searchTerms } from '@/lib/shared/search-text'
import { todoWindow } from '../dashboard/rules'
import type { TodoKey } from '../dashboard/schema'
import type { EnrollmentDetail, EnrollmentFilter, EnrollmentRow, GuardianOfChild } from './schema'

export type Reader = { ctx: SchoolContext; sql: Sql }

const all = (conditions: Fragment[]): Fragment =>
  conditions.reduce((before, condition) => fragment`${before} ${condition}`, nothing)

/** Each word must occur; words hold letters and digits only, so LIKE needs no escaping. */
export const matches = (query: string): Fragment =>
  all(searchTerms(query).map((term) => fragment`and s.search_text like ${`%${term}%`}`))

const linkTo = fragment`select 1 from student_guardians sg
  join family_links l on l.school_id = sg.school_id and l.guardian_id = sg.guardian_id
 where sg.school_id = e.school_id and sg.student_id = e.student_id`

/** The enrollments behind one line of the home page; the same conditions as its count in dashboard/sql.ts. */
function waiting(key: TodoKey): Fragment {
  const conditions: Record<TodoKey, () => Fragment> = {
    documentsToReview: () => fragment`and e.review_count > 0`,
    readyToActivate: () => fragment`and e.status = 'in_review' and e.missing_count = 0`,
    commitmentsOverdue: () => fragment`and e.status = 'active' and e.missing_count > 0
      and e.commitment_due_on < ${today()}::date`,
    commitmentsDue: () => fragment`and e.status = 'active' and e.missing_count > 0
      and e.commitment_due_on between ${today()}::date and ${today()}::date + ${todoWindow.dueDays}::int`,
    linksMissing: () => fragment`and e.status = 'pending_documents' and not exists (${linkTo})`,
    linksUnopened: () => fragment`and e.status = 'pending_documents' and exists (${linkTo})
      and not exists (${linkTo} and l.last_used_at is not null)`,
    stalled: () => fragment`and e.status = 'pending_documents'
      and e.created_at < now() - make_interval(days => ${todoWindow.stalledDays}::int)`,
  }
  return conditions[key]()
}

function inYears({ yearId, years }: EnrollmentFilter): Fragment {
  if (yearId) return fragment`and e.school_year_id = ${yearId}::uuid`
  return years === 'open' ? fragment`and y.status in ('planning', 'active')` : nothing
}

/** Everything but the state, of which the list shows each one's count. */
const from = (ctx: SchoolContext, filter: EnrollmentFilter): Fragment => fragment`
  from enrollments e
  join students s on s.school_id = e.school_id and s.id = e.student_id
  join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
 where e.school_id = ${ctx.schoolId} ${all([
   inYears(filter),
   filter.q ? matches(filter.q) : nothing,
   filter.gradeLevel ? fragment`and e.grade_level = ${filter.gradeLevel}` : nothing,
   filter.groupCode ? fragment`and e.group_code = ${filter.groupCode}` : nothing,
   filter.shift ? fragment`and e.shift = ${filter.shift}` : nothing,
   filter.kind ? fragment`and e.kind = ${filter.kind}` : nothing,
   filter.missing === undefined
     ? nothing
     : filter.missing
       ? fragment`and e.missing_count > 0`
       : fragment`and e.missing_count = 0`,
   filter.waiting ? waiting(filter.waiting) : nothing,
 ])}`

const ofStatus = (status: string | undefined): Fragment => (status ? fragment`and e.status = ${status}` : nothing)

const rowColumns = fragment`
  e.id, e.student_id as "studentId", s.full_name as "fullName", s.document_type as "documentType",
  s.document_number as "documentNumber", y.name as "yearName", e.kind, e.grade_level as "gradeLevel",
  e.group_code as "groupCode", e.shift, e.status, e.missing_count as "missingCount", e.review_count as "reviewCount",
  to_char(e.commitment_due_on, 'YYYY-MM-DD') as "commitmentDueOn", e.created_at as "createdAt", e.version`

type StoredRow = Omit<EnrollmentRow, 'createdAt'> & { createdAt: Date }

/** @returns at most `count` rows in the order of the list, from the key on */
export async function enrollmentRows({ ctx, sql }: Reader, filter: EnrollmentFilter, count: number, key?: Keyset) {
  const listed = fragment`${from(ctx, filter)} ${ofStatus(filter.status)}`
  if (key?.direction === 'previous') {
    const rows = await sql<StoredRow>`select ${rowColumns} ${listed}
        and (s.full_name, e.id) < (${key.fullName}, ${key.id}::uuid)
      order by s.full_name desc, e.id desc limit ${count}`
    return rows.reverse()
  }
  const after = key ? fragment`and (s.full_name, e.id) > (${key.fullName}, ${key.id}::uuid)` : nothing
  return sql<StoredRow>`select ${rowColumns} ${listed} ${after} order by s.full_name, e.id limit ${count}`
}

/** How many the filter leaves in each state. */
export function countByStatus({ ctx, sql }: Reader, filter: EnrollmentFilter) {
  return sql<{ status: string; count: number }>`
    select e.status, count(*)::int as count ${from(ctx, filter)} group by e.status`
}

/** How many there are in the chosen years, whatever else is filtered. */
export async function countWhole({ ctx, sql }: Reader, filter: EnrollmentFilter): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count
      from enrollments e
      join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
     where e.school_id = ${ctx.schoolId} ${inYears(filter)}`
  return row?.count ?? 0
}

export type ExportRow = StoredRow & {
  birthDate: string | null
  guardianName: string | null
  guardianPhone: string | null
  guardianEmail: string | null
}

/** Everything of the filtered list, with the guardian who is called first. */
export function exportRows({ ctx, sql }: Reader, filter: EnrollmentFilter): Promise<ExportRow[]> {
  return sql<ExportRow>`
    select l.*, g.full_name as "guardianName", g.phone as "guardianPhone", g.email as "guardianEmail"
      from (select ${rowColumns}, e.school_id, to_char(s.birth_date, 'YYYY-MM-DD') as "birthDate"
              ${from(ctx, filter)} ${ofStatus(filter.status)}) l
      left join student_guardians sg on sg.school_id = l.school_id and sg.student_id = l."studentId" and sg.is_primary
      left join guardians g on g.school_id = sg.school_id and g.id = sg.guardian_id
     order by l."fullName", l.id`
}

const guardianColumns = fragment`
  g.id, g.full_name as "fullName", g.document_type as "documentType", g.document_number as "documentNumber",
  sg.relationship, sg.is_primary as "isPrimary", sg.priority, sg.can_pickup as "canPickup",
  sg.is_emergency_contact as "isEmergencyContact", g.phone, g.email`

/** The child's guardians, who is called first first, with the newest family link of each. */
export function guardiansOf({ ctx, sql }: Reader, studentId: Fragment): Promise<GuardianOfChild[]> {
  return sql<GuardianOfChild>`
    select ${guardianColumns}, link.link
      from student_guardians sg
      join guardians g on g.school_id = sg.school_id and g.id = sg.guardian_id
      left join lateral (
        select json_build_object('createdAt', l.created_at, 'expiresAt', l.expires_at, 'revokedAt', l.revoked_at,
                                 'lastUsedAt', l.last_used_at) as link
          from family_links l where l.school_id = g.school_id and l.guardian_id = g.id
         order by l.created_at desc limit 1) link on true
     where sg.school_id = ${ctx.schoolId} and sg.student_id = ${studentId}
     order by sg.priority, g.full_name`
}

export const ofEnrollment = ({ ctx }: Pick<Reader, 'ctx'>, enrollmentId: string): Fragment => fragment`
  (select e.student_id from enrollments e where e.school_id = ${ctx.schoolId} and e.id = ${enrollmentId}::uuid)`

export const ofStudent = (studentId: string): Fragment => fragment`${studentId}::uuid`

export type StoredEnrollment = Omit<StoredRow, 'fullName'> & {
  previousSchool: string | null
  yearId: string
  yearStatus: string
  student: { id: string; fullName: string; firstName: string; birthDate: string | null; isActive: boolean }
  history: EnrollmentDetail['history']
  documents: EnrollmentDetail['documents']
}

/** The papers that the enrollment asks for, in the school's order. */
const documents = fragment`
  coalesce((
    select json_agg(json_build_object('id', d.id, 'documentType', d.document_type,
             'name', coalesce(r.name, d.metadata ->> 'name', d.document_type), 'kind', d.kind, 'required', d.required,
             'status', d.status, 'uploadedAt', d.uploaded_at, 'validatedAt', d.validated_at)
             order by d.position, d.document_type)
      from enrollment_documents d
      left join required_documents r on r.school_id = d.school_id and r.code = d.document_type
     where d.school_id = e.school_id and d.enrollment_id = e.id), '[]') as documents`

/** One enrollment with its child, its year, its papers and its history, the newest line first. */
export async function enrollmentById({ ctx, sql }: Reader, id: string): Promise<StoredEnrollment | undefined> {
  const [row] = await sql<StoredEnrollment>`
    select ${rowColumns}, e.previous_school as "previousSchool", y.id as "yearId", y.status as "yearStatus",
           json_build_object('id', s.id, 'fullName', s.full_name, 'firstName', s.first_name,
             'birthDate', to_char(s.birth_date, 'YYYY-MM-DD'), 'isActive', s.is_active) as student,
           coalesce((
             select json_agg(json_build_object('status', step ->> 'status', 'at', step ->> 'changed_at',
                      'by', coalesce(step ->> 'changed_by_name', u.full_name), 'reason', step ->> 'reason',
                      'commitmentDueOn', step ->> 'commitment_due_on') order by place desc)
               from jsonb_array_elements(e.status_history) with ordinality steps(step, place)
               left join school_memberships m on m.school_id = e.school_id and m.user_id::text = step ->> 'changed_by'
               left join users u on u.id = m.user_id), '[]') as history,
           ${documents}
      from enrollments e
      join students s on s.school_id = e.school_id and s.id = e.student_id
      join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
     where e.school_id = ${ctx.schoolId} and e.id = ${id}::uuid`
  return row
}
