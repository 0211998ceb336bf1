import { type Fragment, fragment, nothing } from '@/lib/platform/db/sql'
import type { Reader } from '../years/sql'
import type { LevelsOutput } from './schema'

type Wanted = {
  schoolYearId?: string | undefined
  periodId?: string | undefined
  gradeLevel?: string | undefined
  by: 'subject' | 'group' | 'teacher'
}

const counted = fragment`
  count(*) filter (where m.level = 'superior')::int as superior, count(*) filter (where m.level = 'high')::int as high,
  count(*) filter (where m.level = 'basic')::int as basic, count(*) filter (where m.level = 'low')::int as low,
  count(*)::int as total`

const groupings: Record<Wanted['by'], Fragment> = {
  subject: fragment`m.subject_id as id, m.subject as name`,
  group: fragment`m.group_id as id, m.code as name`,
  teacher: fragment`m.teacher_id as id, m.teacher as name`,
}

/** Kept marks with a level, counted by level for the period, and period by period; teachers are the last main ones of the period. */
export async function levelRows({ ctx, sql }: Reader, wanted: Wanted): Promise<LevelsOutput | null> {
  const { schoolId } = ctx
  const { schoolYearId, periodId = null, gradeLevel, by } = wanted
  const [row] = await sql<LevelsOutput>`
    with shown as (
      select y.id, y.name from school_years y
       where y.school_id = ${schoolId} ${schoolYearId ? fragment`and y.id = ${schoolYearId}::uuid` : nothing}
       order by (y.status = 'active') desc, y.starts_on desc limit 1
    ), closed as (
      select p.id, p.number, p.name, p.starts_on, p.ends_on from academic_periods p
       where p.school_id = ${schoolId} and p.status in ('closed', 'published') and p.school_year_id in (select id from shown)
    ), picked as (
      select c.id, c.number, c.name from closed c
       where c.id = coalesce(${periodId}::uuid, (select last.id from closed last order by last.number desc limit 1))
    ), marks as (
      select r.academic_period_id, r.level, o.subject_id, sc.name as subject, cg.id as group_id, cg.code,
             t.teacher_id, u.full_name as teacher
        from course_results r
        join closed c on c.id = r.academic_period_id
        join course_offerings o on o.school_id = r.school_id and o.id = r.course_offering_id
        join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
        join subject_catalog sc on sc.school_id = o.school_id and sc.id = o.subject_id
        left join lateral (
          select ta.teacher_id from teacher_assignments ta
           where ta.school_id = o.school_id and ta.course_offering_id = o.id and ta.role = 'main'
             and ta.valid_from <= c.ends_on and (ta.valid_to is null or ta.valid_to >= c.starts_on)
           order by ta.valid_from desc limit 1) t on true
        left join users u on u.id = t.teacher_id
       where r.school_id = ${schoolId} and r.level is not null
         ${gradeLevel ? fragment`and cg.grade_level = ${gradeLevel}` : nothing}
    )
    select (select json_build_object('id', s.id, 'name', s.name) from shown s) as year,
           (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'name', c.name)
              order by c.number), '[]') from closed c) as periods,
           (select json_build_object('id', k.id, 'number', k.number, 'name', k.name) from picked k) as period,
           (select coalesce(json_agg(x order by x.low::float / x.total desc, x.name), '[]')
              from (select ${groupings[by]}, ${counted} from marks m
                     where m.academic_period_id in (select id from picked) group by 1, 2) x) as items,
           (select coalesce(json_agg(x order by x.number), '[]')
              from (select c.id, c.number, c.name, ${counted} from marks m join closed c on c.id = m.academic_period_id
                     group by 1, 2, 3) x) as trend`
  return row ?? null
}
