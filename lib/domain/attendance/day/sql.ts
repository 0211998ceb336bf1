import { fragment } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import { directs, rollCourses, rollGroups } from '../policy'
import type { CalendarException } from '../rules'
import type { Reader } from '../sql'
import type { DayList } from './schema'

type Found = {
  settings: unknown
  exceptions: CalendarException[]
  corrections: number
  excuses: number
  items: DayList[]
}

/** Every list that there is to take on a day, with who took it, in one statement. */
export async function listsOfDay({ ctx, sql }: Reader, day: IsoDay): Promise<Found> {
  const schoolId = ctx.schoolId
  const mine = fragment`exists (select 1 from course_offerings o
    where o.school_id = g.school_id and o.class_group_id = g.id and o.is_active ${rollCourses(ctx)})`
  const [found] = await sql<Found>`
    with g as (
      select g.id, g.school_id, g.code, g.grade_level, g.director_id, ${directs(ctx)} as directed, ${mine} as taught
        from class_groups g join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
       where g.school_id = ${schoolId} and g.is_active and y.starts_on <= ${day}::date and y.ends_on >= ${day}::date
         and y.status in ('active', 'closed') ${rollGroups(ctx)}),
    own as (select o.id from course_offerings o where o.school_id = ${schoolId} ${rollCourses(ctx)}),
    lessons as (
      select co.class_group_id, ts.course_offering_id, ts.starts_minute, sc.name as subject,
             row_number() over (partition by co.class_group_id order by ts.starts_minute, ts.course_offering_id)::int as lesson
        from timetable_slots ts
        join course_offerings co on co.school_id = ts.school_id and co.id = ts.course_offering_id and co.is_active
        join subject_catalog sc on sc.school_id = co.school_id and sc.id = co.subject_id
       where ts.school_id = ${schoolId} and ts.weekday = extract(isodow from ${day}::date)
         and ts.valid_from <= ${day}::date and (ts.valid_to is null or ts.valid_to >= ${day}::date)),
    taken as (
      select l.class_group_id, l.lesson, json_build_object('by', u.full_name,
               'at', to_char(l.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
               'total', c.total, 'away', c.away) as taken
        from attendance_lists l
        join (select r.list_id, count(*)::int as total, count(*) filter (where r.status <> 'present')::int as away
                from attendance_records r where r.school_id = ${schoolId} and r.day = ${day}::date group by r.list_id) c
          on c.list_id = l.id
        left join users u on u.id = l.taken_by
       where l.school_id = ${schoolId} and l.day = ${day}::date),
    lists as (
      select g.id as class_group_id, 0 as lesson, null::text as subject, null::int as starts_minute,
             g.director_id as teacher_id, (g.directed or g.taught) as mine
        from g where g.school_id = ${schoolId}
      union all
      select lessons.class_group_id, lessons.lesson, lessons.subject, lessons.starts_minute,
             (select ta.teacher_id from teacher_assignments ta
               where ta.school_id = ${schoolId} and ta.course_offering_id = lessons.course_offering_id
                 and ta.valid_from <= ${day}::date and (ta.valid_to is null or ta.valid_to >= ${day}::date)
               order by ta.role = 'main' desc limit 1),
             (g.directed or lessons.course_offering_id in (select own.id from own))
        from lessons join g on g.id = lessons.class_group_id where g.school_id = ${schoolId})
    select
      (select ss.attendance_settings from school_settings ss where ss.school_id = ${schoolId}) as settings,
      (select coalesce(json_agg(json_build_object('day', cd.day, 'kind', cd.kind)), '[]') from calendar_days cd
        where cd.school_id = ${schoolId} and cd.day = ${day}::date) as exceptions,
      (select count(*)::int from attendance_corrections ac where ac.school_id = ${schoolId} and ac.status = 'pending') as corrections,
      (select count(*)::int from absence_excuses ax where ax.school_id = ${schoolId} and ax.status = 'pending') as excuses,
      (select coalesce(json_agg(x order by x."gradeOrder", x."group", x.lesson), '[]') from (
        select lists.class_group_id as "classGroupId", g.code as "group", g.grade_level as "gradeLevel",
               g.grade_level::int as "gradeOrder", lists.lesson, lists.subject, lists.starts_minute as "startsMinute",
               u.full_name as teacher, lists.mine, taken.taken
          from lists
          join g on g.id = lists.class_group_id
          left join taken on taken.class_group_id = lists.class_group_id and taken.lesson = lists.lesson
          left join users u on u.id = lists.teacher_id
         where g.school_id = ${schoolId}) x) as items`
  return found ?? { settings: {}, exceptions: [], corrections: 0, excuses: 0, items: [] }
}
