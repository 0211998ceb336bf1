import { fragment } from '@/lib/platform/db/sql'
import { matches, type Reader } from '../sql'
import type { Candidate, ChildToEnroll, FormFacts } from './schema'

/** The years that take enrollments, the newest first, and the groups that they and the years before have by grade. */
export async function formFacts({ ctx, sql }: Reader): Promise<FormFacts> {
  const [row] = await sql<FormFacts>`
    select coalesce((select json_agg(json_build_object('id', y.id, 'name', y.name, 'status', y.status, 'startsOn', y.starts_on)
                                     order by y.starts_on desc)
                       from school_years y where y.school_id = ${ctx.schoolId} and y.status in ('planning', 'active')), '[]') as years,
           coalesce((select json_agg(g order by g."groupCode")
                       from (select e.school_year_id as "yearId", e.grade_level as "gradeLevel", e.group_code as "groupCode",
                                    count(*)::int as students, mode() within group (order by e.shift) as shift
                               from enrollments e
                               join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
                                    and y.status in ('planning', 'active')
                              where e.school_id = ${ctx.schoolId} and e.group_code is not null and e.status <> 'withdrawn'
                              group by 1, 2, 3) g), '[]') as groups,
           coalesce((select json_agg(json_build_object('code', d.code, 'name', d.name, 'kind', d.kind, 'required', d.required,
                                                       'position', d.position, 'appliesTo', d.applies_to)
                                     order by d.position, d.code)
                       from required_documents d where d.school_id = ${ctx.schoolId} and d.is_active), '[]') as requirements`
  return row as FormFacts
}

const lastEnrollment = fragment`
  select json_build_object('yearId', y.id, 'yearName', y.name, 'gradeLevel', e.grade_level, 'groupCode', e.group_code,
           'shift', e.shift, 'status', e.status) as last
    from enrollments e join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
   where e.school_id = s.school_id and e.student_id = s.id
   order by y.starts_on desc limit 1`

/** The enrollments that the child has in years that are open: a second one in the same year is refused. */
const openEnrollments = fragment`
  select coalesce(json_agg(json_build_object('yearId', y.id, 'enrollmentId', e.id)), '[]') as enrolled
    from enrollments e join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
   where e.school_id = s.school_id and e.student_id = s.id and y.status in ('planning', 'active')`

/** Children whose name or number matches, at most twelve, by name. */
export function candidates({ ctx, sql }: Reader, query: string): Promise<Candidate[]> {
  return sql<Candidate>`
    select s.id, s.full_name as "fullName", s.document_type as "documentType", s.document_number as "documentNumber",
           s.is_active as "isActive", last.last, opened.enrolled
      from (select * from students s where s.school_id = ${ctx.schoolId} ${matches(query)} order by s.full_name, s.id limit 12) s
      left join lateral (${lastEnrollment}) last on true
      left join lateral (${openEnrollments}) opened on true
     order by s.full_name, s.id`
}

export type StoredChild = Omit<ChildToEnroll, 'guardians' | 'proposal'>

/** The child as the form shows it. */
export async function childById({ ctx, sql }: Reader, studentId: string): Promise<StoredChild | undefined> {
  const [row] = await sql<StoredChild>`
    select s.id, s.full_name as "fullName", s.document_type as "documentType", s.document_number as "documentNumber",
           s.is_active as "isActive", s.first_name as "firstName", to_char(s.birth_date, 'YYYY-MM-DD') as "birthDate",
           last.last, opened.enrolled
      from students s
      left join lateral (${lastEnrollment}) last on true
      left join lateral (${openEnrollments}) opened on true
     where s.school_id = ${ctx.schoolId} and s.id = ${studentId}::uuid`
  return row
}
