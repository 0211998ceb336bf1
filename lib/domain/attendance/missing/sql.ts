import { fragment } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import { ownCourses } from '../../academics/policy'
import { directs } from '../policy'
import type { Reader } from '../sql'
import type { MissingRoll } from './schema'

/** Days of the list on which the group's year runs and the school's calendar has no day off. */
const open = fragment`
  and y.status = 'active' and d.day between y.starts_on and y.ends_on
  and not exists (select 1 from calendar_days c where c.school_id = y.school_id and c.school_year_id = y.id
                     and c.day = d.day and c.kind in ('off', 'recess'))`

/**
 * Lessons of the own courses without a list, the newest first: one line for each place in the timetable.
 * @param days school days that are over; @returns at most `count` lines, each with how many there are
 */
export const missingLessons = ({ ctx, sql }: Reader, days: readonly IsoDay[], count: number) =>
  sql<MissingRoll & { total: number }>`
    select to_char(n.day, 'YYYY-MM-DD') as day, n.class_group_id as "classGroupId", n.lesson, n.code as "group",
           su.name as subject, count(*) over ()::int as total
      from (select t.school_id, o.id as course_id, cg.id as class_group_id, cg.code, d.day, t.starts_minute,
                   row_number() over (partition by cg.id, d.day order by t.starts_minute, t.id)::int as lesson
              from unnest(${days}::date[]) as d(day)
              join timetable_slots t on t.school_id = ${ctx.schoolId} and t.weekday = extract(isodow from d.day)
               and t.valid_from <= d.day and (t.valid_to is null or t.valid_to >= d.day)
              join course_offerings o on o.school_id = t.school_id and o.id = t.course_offering_id and o.is_active
              join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id and cg.is_active
              join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id ${open}) n
      join course_offerings o on o.school_id = n.school_id and o.id = n.course_id
      join subject_catalog su on su.school_id = o.school_id and su.id = o.subject_id
     where o.school_id = ${ctx.schoolId} ${ownCourses(ctx, undefined, 'read:attendance')}
       and not exists (select 1 from attendance_lists l where l.school_id = o.school_id
                          and l.class_group_id = n.class_group_id and l.day = n.day and l.lesson = n.lesson)
     order by n.day desc, n.lesson, n.code limit ${count}`

/** Whole days of the groups that the person directs without a list; the rest as above. */
export const missingDays = ({ ctx, sql }: Reader, days: readonly IsoDay[], count: number) =>
  sql<MissingRoll & { total: number }>`
    select to_char(d.day, 'YYYY-MM-DD') as day, g.id as "classGroupId", 0 as lesson, g.code as "group", null as subject,
           count(*) over ()::int as total
      from unnest(${days}::date[]) as d(day)
      join class_groups g on g.school_id = ${ctx.schoolId} and g.is_active
      join school_years y on y.school_id = g.school_id and y.id = g.school_year_id ${open}
     where ${directs(ctx)} and not exists (select 1 from attendance_lists l
             where l.school_id = g.school_id and l.class_group_id = g.id and l.day = d.day and l.lesson = 0)
     order by d.day desc, g.code limit ${count}`
