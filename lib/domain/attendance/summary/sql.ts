import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import { visibleStudents } from '../../students/policy'
import { directs, readsAll, rollCourses, rollGroups } from '../policy'
import type { Counts } from '../rules'
import type { Reader } from '../sql'
import type { Basis } from './schema'

export type Span = { from: IsoDay; to: IsoDay }
export type CountedRow = Counts & { id: string; studentId: string | null; name: string; group: string | null }

const counts = fragment`
  count(*) filter (where r.status = 'present')::int as present, count(*) filter (where r.status = 'absent')::int as absent,
  count(*) filter (where r.status = 'late')::int as late, count(*) filter (where r.status = 'excused')::int as excused`

const ofBasis = (basis: Basis): Fragment => (basis === 'day' ? fragment`l.lesson = 0` : fragment`l.lesson > 0`)

/** The lists that a person may count: all, or those of the own courses and of the groups that one directs. */
const visibleLists = ({ ctx }: Reader): Fragment => {
  if (readsAll(ctx)) return nothing
  return fragment`and (${directs(ctx)} or (l.lesson = 0 and exists (
      select 1 from course_offerings o where o.school_id = g.school_id and o.class_group_id = g.id and o.is_active
        ${rollCourses(ctx)})) or exists (
      select 1 from course_offerings o where o.school_id = g.school_id and o.id = l.course_offering_id ${rollCourses(ctx)}))`
}

const records = (
  reader: Reader,
  { from, to }: Span,
  basis: Basis,
  classGroupId: string | undefined,
): Fragment => fragment`
    from attendance_lists l
    join class_groups g on g.school_id = l.school_id and g.id = l.class_group_id
    join attendance_records r on r.school_id = l.school_id and r.list_id = l.id
   where l.school_id = ${reader.ctx.schoolId} and ${ofBasis(basis)}
     and l.day between ${from}::date and ${to}::date
     ${classGroupId ? fragment`and l.class_group_id = ${classGroupId}` : nothing} ${visibleLists(reader)}`

/** Counts per student. A record exists only for who belonged to the group on that day, so moves and late entries count right. */
export const countByStudent = (reader: Reader, span: Span, basis: Basis, classGroupId?: string) =>
  reader.sql<CountedRow>`
    select e.id, s.id as "studentId", s.full_name as name, e.group_code as "group",
           c.present, c.absent, c.late, c.excused
      from (select r.enrollment_id, ${counts} ${records(reader, span, basis, classGroupId)} group by r.enrollment_id) c
      join enrollments e on e.id = c.enrollment_id
      join students s on s.school_id = e.school_id and s.id = e.student_id
     where e.school_id = ${reader.ctx.schoolId}
     order by s.full_name, e.id`

export const countByGroup = (reader: Reader, span: Span, basis: Basis, classGroupId?: string) =>
  reader.sql<CountedRow>`
    select g.id, null as "studentId", g.code as name, null as "group", ${counts}
    ${records(reader, span, basis, classGroupId)}
     group by g.id, g.code, g.grade_level order by g.grade_level::int, g.code`

/** Lists of whole days belong to no subject. */
export const countBySubject = (reader: Reader, span: Span, classGroupId?: string) =>
  reader.sql<CountedRow>`
    select sc.id, null as "studentId", sc.name, null as "group", sum(c.present)::int as present,
           sum(c.absent)::int as absent, sum(c.late)::int as late, sum(c.excused)::int as excused
      from (select l.course_offering_id, ${counts} ${records(reader, span, 'lesson', classGroupId)}
             group by l.course_offering_id) c
      join course_offerings co on co.id = c.course_offering_id
      join subject_catalog sc on sc.school_id = co.school_id and sc.id = co.subject_id
     where co.school_id = ${reader.ctx.schoolId}
     group by sc.id, sc.name order by sc.name`

export type Streak = { studentId: string; name: string; group: string; days: number; since: IsoDay }

/**
 * Students who are away without excuse now, on their last `least` or more days of school in a row. An excused day neither
 * counts nor breaks the row; with lists of lessons a day is away when every lesson of it is.
 */
export const streaks = (reader: Reader, span: Span, basis: Basis, least: number) =>
  reader.sql<Streak>`
    select s.id as "studentId", s.full_name as name, coalesce(e.group_code, '') as "group", c.days, c.since::text
      from (
        select d.enrollment_id, count(*)::int as days, min(d.day) as since from (
          select m.enrollment_id, m.day,
                 sum(case when m.away then 0 else 1 end) over (partition by m.enrollment_id order by m.day desc) as breaks
            from (select r.enrollment_id, r.day, bool_and(r.status = 'absent') as away
                  ${records(reader, span, basis, undefined)} and r.status <> 'excused'
                   group by r.enrollment_id, r.day) m) d
         where d.breaks = 0 group by d.enrollment_id having count(*) >= ${least}) c
      join enrollments e on e.id = c.enrollment_id
      join students s on s.school_id = e.school_id and s.id = e.student_id
     where e.school_id = ${reader.ctx.schoolId} and e.status = 'active'
     order by c.days desc, s.full_name limit 100`

export type StudentMark = {
  id: string
  day: IsoDay
  lesson: number
  status: string
  minutesLate: number | null
  subject: string | null
  subjectId: string | null
  reason: string | null
}

export type OfStudent = {
  settings: unknown
  counted: (Counts & { lesson: boolean; id: string | null; name: string | null })[]
  marks: StudentMark[]
}

/** A student's year: counts of days and of each subject's lessons, and what was not "present". Null: not this person's student. */
export async function ofStudent(
  { ctx, sql }: Reader,
  studentId: string,
  yearId: string | undefined,
): Promise<OfStudent | null> {
  const year = yearId
    ? fragment`${yearId}::uuid`
    : fragment`(select y.id from school_years y where y.school_id = ${ctx.schoolId}
                 order by (y.status = 'active') desc, y.starts_on desc limit 1)`
  const own = fragment`
      from attendance_records r
      join attendance_lists l on l.school_id = r.school_id and l.id = r.list_id
      join enrollments e on e.school_id = r.school_id and e.id = r.enrollment_id
      left join course_offerings co on co.school_id = l.school_id and co.id = l.course_offering_id
      left join subject_catalog sc on sc.school_id = co.school_id and sc.id = co.subject_id
     where r.school_id = ${ctx.schoolId} and e.student_id = ${studentId} and e.school_year_id = ${year}`
  const [found] = await sql<OfStudent>`
    select (select ss.attendance_settings from school_settings ss where ss.school_id = ${ctx.schoolId}) as settings,
      (select coalesce(json_agg(c), '[]') from (
        select l.lesson > 0 as lesson, sc.id, sc.name, ${counts} ${own} group by 1, sc.id, sc.name order by sc.name) c) as counted,
      (select coalesce(json_agg(m order by m.day desc, m.lesson), '[]') from (
        select r.id, r.day, l.lesson, r.status, r.minutes_late as "minutesLate", sc.name as subject,
               (select ax.reason from absence_excuses ax where ax.school_id = ${ctx.schoolId} and ax.id = r.excuse_id) as reason
          ${own} and r.status <> 'present' order by r.day desc limit 200) m) as marks
      from students s where s.school_id = ${ctx.schoolId} and s.id = ${studentId} ${visibleStudents(ctx)}`
  return found ?? null
}

/** Groups of a year that a person may look into, for a choice. */
export const groupsOf = (reader: Reader, day: IsoDay) =>
  reader.sql<{ id: string; code: string }>`
    select g.id, g.code from class_groups g join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
     where g.school_id = ${reader.ctx.schoolId} and g.is_active
       and y.starts_on <= ${day}::date and y.ends_on >= ${day}::date ${rollGroups(reader.ctx)}
     order by g.grade_level::int, g.code`
