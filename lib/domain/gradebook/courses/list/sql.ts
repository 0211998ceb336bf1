import type { z } from 'zod'
import { ownCourses } from '@/lib/domain/academics/policy'
import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import type { courseList, listCoursesInput } from '../schema'

type List = z.input<typeof courseList>
type Filter = z.output<typeof listCoursesInput>

/** The period that was asked for, else the open one of the active year, else its last that has begun. */
const chosenPeriod = (schoolId: string, periodId: string | undefined): Fragment => fragment`
  (select q.id from academic_periods q join school_years y on y.school_id = q.school_id and y.id = q.school_year_id
    where q.school_id = ${schoolId} and ${periodId ? fragment`q.id = ${periodId}` : fragment`y.status in ('active', 'closed')`}
    order by (y.status = 'active') desc, y.starts_on desc, (q.status = 'open') desc,
             (q.starts_on <= ${today()}::date) desc,
             case when q.starts_on <= ${today()}::date then -q.number else q.number end limit 1)`

const teachersOf = (schoolId: string): Fragment => fragment`
  (select coalesce(string_agg(u.full_name, ', ' order by ta.role, u.full_name), '')
     from teacher_assignments ta join users u on u.id = ta.teacher_id
    where ta.school_id = ${schoolId} and ta.course_offering_id = o.id and ta.valid_from <= ${today()}::date
      and (ta.valid_to is null or ta.valid_to >= ${today()}::date))`

export async function coursesOfPeriod(
  { ctx, sql }: { ctx: SchoolContext; sql: Sql },
  { periodId, classGroupId, teacherId, handing }: Filter,
): Promise<List> {
  const { schoolId } = ctx
  const wide = can(ctx.permissions, 'read:grades')
  const narrowed = fragment`
    ${classGroupId ? fragment`and cg.id = ${classGroupId}` : nothing}
    ${
      teacherId
        ? fragment`and exists (select 1 from teacher_assignments t where t.school_id = ${schoolId}
            and t.course_offering_id = o.id and t.teacher_id = ${teacherId} and t.valid_from <= ${today()}::date
            and (t.valid_to is null or t.valid_to >= ${today()}::date))`
        : nothing
    }
    ${handing ? fragment`and coalesce(pc.status, 'open') = ${handing}` : nothing}`
  const [found] = await sql<List>`
    with p as (select q.id, q.number, q.name, q.status, q.school_id, q.school_year_id from academic_periods q
                where q.school_id = ${schoolId} and q.id = ${chosenPeriod(schoolId, periodId)})
    select (select json_build_object('id', y.id, 'name', y.name) from school_years y
             join p on p.school_id = y.school_id and p.school_year_id = y.id where y.school_id = ${schoolId}) as year,
           (select json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'status', p.status) from p
             where p.school_id = ${schoolId}) as period,
           (select coalesce(json_agg(json_build_object('id', q.id, 'number', q.number, 'name', q.name,
                     'status', q.status) order by q.number), '[]')
              from academic_periods q join p on p.school_id = q.school_id and p.school_year_id = q.school_year_id
             where q.school_id = ${schoolId}) as periods,
           (select coalesce(json_agg(c order by c."gradeOrder", c."groupCode", c.subject), '[]') from (
             select o.id as "courseId", sc.name as subject, sc.assessment = 'descriptive' as descriptive,
                    cg.grade_level as "gradeLevel", cg.code as "groupCode", ${teachersOf(schoolId)} as teachers,
                    case when cg.grade_level ~ '^-?[0-9]+$' then cg.grade_level::int else 100 end as "gradeOrder",
                    m.students, a.activities, a.weights, s.scores, w.comments,
                    coalesce(pc.status, 'open') as handing, pc.note
               from course_offerings o
               join subject_catalog sc on sc.school_id = o.school_id and sc.id = o.subject_id
               join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
               join p on p.school_id = cg.school_id and p.school_year_id = cg.school_year_id
               left join period_courses pc on pc.school_id = o.school_id and pc.course_offering_id = o.id
                    and pc.academic_period_id = p.id
               join lateral (select count(*)::int as students from course_enrollments ce
                              where ce.school_id = ${schoolId} and ce.course_offering_id = o.id
                                and ce.valid_from <= ${today()}::date
                                and (ce.valid_to is null or ce.valid_to >= ${today()}::date)) m on true
               join lateral (select count(*)::int as activities, trim_scale(coalesce(sum(e.weight), 0))::text as weights
                               from evaluation_activities e
                              where e.school_id = ${schoolId} and e.course_offering_id = o.id
                                and e.academic_period_id = p.id) a on true
               join lateral (select count(*)::int as scores
                               from evaluation_activities e
                               join activity_scores x on x.school_id = e.school_id and x.activity_id = e.id
                                    and x.status <> 'cleared'
                               join course_enrollments ce on ce.school_id = x.school_id
                                    and ce.enrollment_id = x.enrollment_id and ce.course_offering_id = o.id
                                    and ce.valid_from <= ${today()}::date
                                    and (ce.valid_to is null or ce.valid_to >= ${today()}::date)
                              where e.school_id = ${schoolId} and e.course_offering_id = o.id
                                and e.academic_period_id = p.id) s on true
               join lateral (select count(distinct k.enrollment_id)::int as comments from course_comments k
                              where k.school_id = ${schoolId} and k.course_offering_id = o.id
                                and k.academic_period_id = p.id) w on true
              where o.school_id = ${schoolId} and o.is_active ${ownCourses(ctx)} ${narrowed}
              limit 400) c) as items,
           ${
             wide
               ? fragment`(select coalesce(json_agg(json_build_object('id', cg.id, 'name', cg.code) order by cg.code), '[]')
                   from class_groups cg join p on p.school_id = cg.school_id and p.school_year_id = cg.school_year_id
                  where cg.school_id = ${schoolId} and cg.is_active) as groups,
                (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.full_name) order by t.full_name), '[]')
                   from (select distinct u.id, u.full_name from teacher_assignments ta join users u on u.id = ta.teacher_id
                          where ta.school_id = ${schoolId} and ta.valid_from <= ${today()}::date
                            and (ta.valid_to is null or ta.valid_to >= ${today()}::date)) t) as teachers`
               : fragment`'[]'::json as groups, '[]'::json as teachers`
           },
           (select coalesce(json_agg(json_build_object('id', cg.id, 'name', cg.code) order by cg.code), '[]')
              from class_groups cg join p on p.school_id = cg.school_id and p.school_year_id = cg.school_year_id
             where cg.school_id = ${schoolId} and cg.is_active and cg.director_id = ${userIdOf(ctx)}) as directed`
  return found ?? { year: null, period: null, periods: [], items: [], groups: [], teachers: [], directed: [] }
}
