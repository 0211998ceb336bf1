import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import { directs, rollCourses } from './policy'
import type { CalendarException } from './rules'
import type { AttendanceStatus } from './schema'

export type Reader = { ctx: SchoolContext; sql: Sql }

/** Which list: a group's, of a day, whole or of one lesson. */
export type ListPlace = { classGroupId: string; day: IsoDay; lesson: number }

/**
 * The lessons of a group's day: its places in the timetable in the order of the clock, counted from 1. Two courses at the
 * same minute (electives) are two lessons.
 */
export const lessonsOfGroup = (schoolId: string, classGroupId: Fragment, day: IsoDay): Fragment => fragment`
  select ts.course_offering_id, ts.starts_minute, ts.ends_minute,
         row_number() over (order by ts.starts_minute, ts.course_offering_id)::int as lesson
    from timetable_slots ts
    join course_offerings co on co.school_id = ts.school_id and co.id = ts.course_offering_id
   where ts.school_id = ${schoolId} and co.class_group_id = ${classGroupId} and co.is_active
     and ts.weekday = extract(isodow from ${day}::date)
     and ts.valid_from <= ${day}::date and (ts.valid_to is null or ts.valid_to >= ${day}::date)`

export type FoundRow = {
  enrollmentId: string
  studentId: string
  name: string
  recordId: string | null
  status: AttendanceStatus | null
  minutesLate: number | null
  version: number | null
  excuseId: string | null
  wanted: AttendanceStatus | null
  changes: number
}

export type FoundRoll = {
  group: { id: string; code: string; gradeLevel: string }
  year: { startsOn: IsoDay; endsOn: IsoDay; status: string }
  settings: unknown
  directs: boolean
  /** The lesson's course, or any course of the group for the day's list. */
  teaches: boolean
  course: { id: string; subject: string; startsMinute: number; endsMinute: number } | null
  lessons: { lesson: number; subject: string; startsMinute: number; endsMinute: number }[]
  list: { id: string; takenBy: string | null; takenAt: string; closedAt: string | null } | null
  exceptions: CalendarException[]
  rows: FoundRow[]
}

/**
 * One list with everything that its page and its writing need, in one statement: who was in the group (or in the lesson's
 * course) on that day, and what is recorded. Nothing when the group does not exist.
 * @param only one student's row instead of all
 */
export async function rollAt(
  { ctx, sql }: Reader,
  { classGroupId, day, lesson }: ListPlace,
  only?: string,
): Promise<FoundRoll | null> {
  const schoolId = ctx.schoolId
  const roster =
    lesson === 0
      ? fragment`select gp.enrollment_id from group_placements gp
                  where gp.school_id = ${schoolId} and gp.class_group_id = ${classGroupId}
                    and gp.valid_from <= ${day}::date and (gp.valid_to is null or gp.valid_to >= ${day}::date)`
      : fragment`select ce.enrollment_id from course_enrollments ce
                   join slot on slot.course_offering_id = ce.course_offering_id
                  where ce.school_id = ${schoolId}
                    and ce.valid_from <= ${day}::date and (ce.valid_to is null or ce.valid_to >= ${day}::date)`
  const owns =
    lesson === 0
      ? fragment`exists (select 1 from course_offerings o
                          where o.school_id = g.school_id and o.class_group_id = g.id and o.is_active ${rollCourses(ctx)})`
      : fragment`exists (select 1 from course_offerings o join slot on slot.course_offering_id = o.id
                          where o.school_id = g.school_id ${rollCourses(ctx)})`
  const [found] = await sql<FoundRoll>`
    with lessons as (${lessonsOfGroup(schoolId, fragment`${classGroupId}::uuid`, day)}),
    slot as (select * from lessons where lesson = ${lesson}),
    list as (
      select l.id, l.taken_at, l.closed_at, l.taken_by from attendance_lists l
       where l.school_id = ${schoolId} and l.class_group_id = ${classGroupId}
         and l.day = ${day}::date and l.lesson = ${lesson}),
    rec as (
      select r.* from attendance_records r join list on list.id = r.list_id where r.school_id = ${schoolId}),
    roster as (${roster} union select rec.enrollment_id from rec)
    select
      json_build_object('id', g.id, 'code', g.code, 'gradeLevel', g.grade_level) as "group",
      json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on, 'status', y.status) as year,
      (select ss.attendance_settings from school_settings ss where ss.school_id = ${schoolId}) as settings,
      ${directs(ctx)} as directs, ${owns} as teaches,
      (select json_build_object('id', slot.course_offering_id, 'subject', sc.name,
                'startsMinute', slot.starts_minute, 'endsMinute', slot.ends_minute)
         from slot
         join course_offerings so on so.id = slot.course_offering_id
         join subject_catalog sc on sc.school_id = so.school_id and sc.id = so.subject_id
        where so.school_id = ${schoolId}) as course,
      (select coalesce(json_agg(json_build_object('lesson', lessons.lesson, 'subject', lc.name,
                'startsMinute', lessons.starts_minute, 'endsMinute', lessons.ends_minute) order by lessons.lesson), '[]')
         from lessons
         join course_offerings lo on lo.id = lessons.course_offering_id
         join subject_catalog lc on lc.school_id = lo.school_id and lc.id = lo.subject_id
        where lo.school_id = ${schoolId}) as lessons,
      (select json_build_object('id', list.id, 'takenBy', u.full_name, 'closedAt', list.closed_at,
                'takenAt', to_char(list.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         from list left join users u on u.id = list.taken_by) as list,
      (select coalesce(json_agg(json_build_object('day', cd.day, 'kind', cd.kind)), '[]') from calendar_days cd
        where cd.school_id = ${schoolId} and cd.school_year_id = y.id and cd.day >= ${day}::date) as exceptions,
      (select coalesce(json_agg(x order by x.name, x."enrollmentId"), '[]') from (
        select e.id as "enrollmentId", s.id as "studentId", s.full_name as name,
               rec.id as "recordId", rec.status, rec.minutes_late as "minutesLate", rec.version,
               (select ax.id from absence_excuses ax where ax.school_id = ${schoolId} and ax.enrollment_id = e.id
                   and ax.status = 'accepted' and ${day}::date between ax.valid_from and ax.valid_to limit 1) as "excuseId",
               (select ac.wanted_status from attendance_corrections ac where ac.school_id = ${schoolId}
                   and ac.record_id = rec.id and ac.status = 'pending' limit 1) as wanted,
               (select count(*)::int from attendance_history ah
                 where ah.school_id = ${schoolId} and ah.record_id = rec.id) as changes
          from roster
          join enrollments e on e.id = roster.enrollment_id
          join students s on s.school_id = e.school_id and s.id = e.student_id
          left join rec on rec.enrollment_id = e.id
         where e.school_id = ${schoolId} ${only ? fragment`and e.id = ${only}` : nothing}) x) as rows
      from class_groups g join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
     where g.school_id = ${schoolId} and g.id = ${classGroupId}`
  return found ?? null
}
