import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import { visibleCourses } from '../policy'
import type { DayLesson, Lesson } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }
type Whose = { classGroupId?: string | undefined; teacherId?: string | undefined }

const taughtBy = (teacherId: string | undefined, on: IsoDay): Fragment =>
  teacherId
    ? fragment`and exists (select 1 from teacher_assignments mine
        where mine.school_id = o.school_id and mine.course_offering_id = o.id and mine.teacher_id = ${teacherId}::uuid
          and mine.valid_from <= ${on}::date and (mine.valid_to is null or mine.valid_to >= ${on}::date))`
    : nothing

/** The week as it is on a day, in the year that holds the day: of a group, of a teacher, or of everybody. */
export function weekOf({ ctx, sql }: Reader, { classGroupId, teacherId }: Whose, on: IsoDay): Promise<Lesson[]> {
  return sql<Lesson>`
    select t.id, o.id as "courseOfferingId", cg.id as "classGroupId", cg.code as "groupCode",
           cg.grade_level as "gradeLevel", su.name as subject, su.short_name as "shortName", t.weekday,
           t.starts_minute as "startsMinute", t.ends_minute as "endsMinute", coalesce(t.room, cg.room) as room,
           t.room as "ownRoom", to_char(t.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(t.valid_to, 'YYYY-MM-DD') as "validTo", t.version,
           (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.full_name) order by ta.role, u.full_name), '[]')
              from teacher_assignments ta join users u on u.id = ta.teacher_id
             where ta.school_id = o.school_id and ta.course_offering_id = o.id
               and ta.valid_from <= ${on}::date and (ta.valid_to is null or ta.valid_to >= ${on}::date)) as teachers
      from timetable_slots t
      join course_offerings o on o.school_id = t.school_id and o.id = t.course_offering_id and o.is_active
      join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
      join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id
      join subject_catalog su on su.school_id = o.school_id and su.id = o.subject_id
     where t.school_id = ${ctx.schoolId} and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to >= ${on}::date)
       and y.starts_on <= ${on}::date and y.ends_on >= ${on}::date
       ${classGroupId ? fragment`and cg.id = ${classGroupId}::uuid` : nothing} ${taughtBy(teacherId, on)}
       ${visibleCourses(ctx, on)}
     order by t.weekday, t.starts_minute, cg.code, su.name`
}

/** What the calendar of the year that holds the day says of it; no row: in no year. */
export async function calendarOf({ ctx, sql }: Reader, day: IsoDay) {
  const [row] = await sql<{ days: { kind: string; name: string }[] }>`
    select coalesce((select json_agg(json_build_object('kind', c.kind, 'name', c.name)) from calendar_days c
              where c.school_id = y.school_id and c.school_year_id = y.id and c.day = ${day}::date), '[]') as days
      from school_years y
     where y.school_id = ${ctx.schoolId} and y.starts_on <= ${day}::date and y.ends_on >= ${day}::date
     order by (y.status = 'active') desc limit 1`
  return row?.days
}

/** The lessons of a weekday as they are on that day, numbered in each group's day. @param on the day, @param weekday its weekday */
export function lessonsOfDay(
  { ctx, sql }: Reader,
  { classGroupId, teacherId }: Whose,
  on: IsoDay,
  weekday: number,
): Promise<DayLesson[]> {
  return sql<DayLesson>`
    select o.id as "courseOfferingId", o.class_group_id as "classGroupId", d.lesson, d.starts_minute as "startsMinute",
           d.ends_minute as "endsMinute", su.name as subject, d.code as "group", d.grade_level as "gradeLevel", d.room
      from (select t.school_id, t.course_offering_id, t.starts_minute, t.ends_minute, cg.code, cg.grade_level,
                   coalesce(t.room, cg.room) as room,
                   row_number() over (partition by cg.id order by t.starts_minute, t.id)::int as lesson
              from timetable_slots t
              join course_offerings c on c.school_id = t.school_id and c.id = t.course_offering_id and c.is_active
              join class_groups cg on cg.school_id = c.school_id and cg.id = c.class_group_id
              join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id
             where t.school_id = ${ctx.schoolId} and t.weekday = ${weekday}::int
               and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to >= ${on}::date)
               and y.starts_on <= ${on}::date and y.ends_on >= ${on}::date
               ${classGroupId ? fragment`and cg.id = ${classGroupId}::uuid` : nothing}) d
      join course_offerings o on o.school_id = d.school_id and o.id = d.course_offering_id
      join subject_catalog su on su.school_id = o.school_id and su.id = o.subject_id
     where o.school_id = ${ctx.schoolId} ${taughtBy(teacherId, on)}
     order by d.starts_minute, d.code, su.name`
}
