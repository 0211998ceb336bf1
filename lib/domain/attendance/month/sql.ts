import type { IsoDay } from '@/lib/shared/dates'
import { directs, rollCourses } from '../policy'
import type { CalendarException } from '../rules'
import type { AttendanceStatus } from '../schema'
import type { Reader } from '../sql'

type Found = {
  group: string
  gradeLevel: string
  director: string | null
  directs: boolean
  teaches: boolean
  startsOn: IsoDay
  endsOn: IsoDay
  exceptions: CalendarException[]
  taken: IsoDay[]
  rows: { enrollmentId: string; name: string; document: string; marks: Record<string, AttendanceStatus> }[]
}

/** The lists of whole days of a group in a month, and who was in it on any of those days. */
export async function monthOf(
  { ctx, sql }: Reader,
  classGroupId: string,
  { from, to }: { from: IsoDay; to: IsoDay },
): Promise<Found | null> {
  const schoolId = ctx.schoolId
  const [found] = await sql<Found>`
    with marks as (
      select r.enrollment_id, json_object_agg(extract(day from r.day)::int::text, r.status) as marks
        from attendance_lists l join attendance_records r on r.school_id = l.school_id and r.list_id = l.id
       where l.school_id = ${schoolId} and l.class_group_id = ${classGroupId} and l.lesson = 0
         and l.day between ${from}::date and ${to}::date
       group by r.enrollment_id),
    placed as (
      select gp.enrollment_id from group_placements gp
       where gp.school_id = ${schoolId} and gp.class_group_id = ${classGroupId}
         and gp.valid_from <= ${to}::date and (gp.valid_to is null or gp.valid_to >= ${from}::date)
      union select marks.enrollment_id from marks)
    select g.code as "group", g.grade_level as "gradeLevel", u.full_name as director, ${directs(ctx)} as directs,
           exists (select 1 from course_offerings o where o.school_id = g.school_id and o.class_group_id = g.id
                      and o.is_active ${rollCourses(ctx)}) as teaches,
           y.starts_on::text as "startsOn", y.ends_on::text as "endsOn",
           (select coalesce(json_agg(json_build_object('day', cd.day, 'kind', cd.kind)), '[]') from calendar_days cd
             where cd.school_id = ${schoolId} and cd.school_year_id = y.id) as exceptions,
           (select coalesce(json_agg(l.day order by l.day), '[]') from attendance_lists l
             where l.school_id = ${schoolId} and l.class_group_id = ${classGroupId} and l.lesson = 0
               and l.day between ${from}::date and ${to}::date) as taken,
           (select coalesce(json_agg(json_build_object('enrollmentId', e.id, 'name', s.full_name,
                     'document', s.document_type || ' ' || s.document_number, 'marks', coalesce(marks.marks, '{}'))
                     order by s.full_name, e.id), '[]')
              from placed
              join enrollments e on e.id = placed.enrollment_id
              join students s on s.school_id = e.school_id and s.id = e.student_id
              left join marks on marks.enrollment_id = e.id
             where e.school_id = ${schoolId}) as rows
      from class_groups g
      join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
      left join users u on u.id = g.director_id
     where g.school_id = ${schoolId} and g.id = ${classGroupId}`
  return found ?? null
}
