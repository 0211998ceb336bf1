import type { SchoolContext } from '@/lib/platform/context'
import { fragment, type Sql } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import type { RollGap } from './schema'

export type Reader = { ctx: SchoolContext; sql: Sql }

/**
 * The lists that each group of a year should have on the given school days, and has not: one a day, or with `byLesson` one for each
 * place in the timetable of the weekday. Groups where nothing is missing are left out.
 */
export function rollGaps(
  { ctx: { schoolId }, sql }: Reader,
  { schoolYearId, days, byLesson }: { schoolYearId: string; days: readonly IsoDay[]; byLesson: boolean },
): Promise<RollGap[]> {
  const due = byLesson
    ? fragment`(select count(*)::int from timetable_slots ts
                  join course_offerings o on o.school_id = ts.school_id and o.id = ts.course_offering_id
                 where ts.school_id = ${schoolId} and o.class_group_id = g.id and o.is_active
                   and ts.weekday = extract(isodow from d.day) and ts.valid_from <= d.day
                   and (ts.valid_to is null or ts.valid_to >= d.day))`
    : fragment`1`
  const taken = fragment`(select count(*)::int from attendance_lists l
                 where l.school_id = ${schoolId} and l.class_group_id = g.id and l.day = d.day
                   and ${byLesson ? fragment`l.lesson > 0` : fragment`l.lesson = 0`})`
  return sql<RollGap>`
    select x.id as "groupId", x.code as "groupCode", x.grade_level as "gradeLevel", sum(x.due)::int as expected,
           sum(greatest(x.due - x.taken, 0))::int as missing,
           to_char(max(x.day) filter (where x.due > x.taken), 'YYYY-MM-DD') as "lastMissing"
      from (select g.id, g.code, g.grade_level, d.day, ${due} as due, ${taken} as taken
              from class_groups g cross join unnest(${days}::date[]) as d(day)
             where g.school_id = ${schoolId} and g.school_year_id = ${schoolYearId} and g.is_active
               and exists (select 1 from group_placements gp where gp.school_id = ${schoolId}
                              and gp.class_group_id = g.id and gp.valid_from <= d.day
                              and (gp.valid_to is null or gp.valid_to >= d.day))) x
     group by x.id, x.code, x.grade_level
    having sum(greatest(x.due - x.taken, 0)) > 0
     order by missing desc, x.grade_level::int, x.code`
}

/** How the period got to where it is, newest first. */
export function periodMoves({ ctx: { schoolId }, sql }: Reader, periodId: string) {
  return sql<{ from: string; to: string; reason: string | null; by: string | null; at: string }>`
    select e.from_status as from, e.to_status as to, e.reason, u.full_name as by,
           to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from period_events e left join users u on u.id = e.actor_id
     where e.school_id = ${schoolId} and e.academic_period_id = ${periodId}
     order by e.at desc, e.id desc limit 50`
}
