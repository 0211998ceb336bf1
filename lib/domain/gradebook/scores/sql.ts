import { ownCourses } from '@/lib/domain/academics/policy'
import type { SchoolContext } from '@/lib/platform/context'
import { fragment, type Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import { rulesOfPeriod } from '../sql'
import type { GridActivity, GridStudent } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }

export type Target = {
  activityId: string
  enrollmentId: string
  /** The activity is one of the course and period, and the student has been in the course. */
  known: boolean
  /** The student is in the course today. */
  placed: boolean
  scoreId: string | null
  status: string | null
  score: string | null
  version: number
  updatedBy: string | null
  by: string | null
}

type Targets = { period: string; handing: string | null; gradeLevel: string; rules: unknown; cells: Target[] }

/**
 * Everything that a save has to know, in one statement: whether the course is the person's, how its period stands, the
 * rules, and each cell as it is now, in the order of the call.
 */
export async function scoreTargets(
  { ctx, sql }: Reader,
  call: { courseId: string; periodId: string; cells: readonly { activityId: string; enrollmentId: string }[] },
): Promise<Targets | null> {
  const [found] = await sql<Targets>`
    select p.status as period, pc.status as handing, cg.grade_level as "gradeLevel",
           ${rulesOfPeriod(ctx.schoolId)} as rules,
           (select json_agg(json_build_object(
                     'activityId', w.activity_id, 'enrollmentId', w.enrollment_id, 'known', a.id is not null and exists (
                       select 1 from course_enrollments been
                        where been.school_id = ${ctx.schoolId} and been.course_offering_id = o.id
                          and been.enrollment_id = w.enrollment_id),
                     'placed', exists (
                       select 1 from course_enrollments ce
                        where ce.school_id = ${ctx.schoolId} and ce.course_offering_id = o.id
                          and ce.enrollment_id = w.enrollment_id and ce.valid_from <= greatest(${today()}::date, p.ends_on)
                          and (ce.valid_to is null or ce.valid_to >= ${today()}::date)),
                     'scoreId', s.id, 'status', s.status, 'score', s.score::text, 'version', coalesce(s.version, 0),
                     'updatedBy', s.updated_by, 'by', u.full_name) order by w.at)
              from unnest(${call.cells.map((cell) => cell.activityId)}::uuid[],
                          ${call.cells.map((cell) => cell.enrollmentId)}::uuid[])
                     with ordinality as w(activity_id, enrollment_id, at)
              left join evaluation_activities a on a.school_id = ${ctx.schoolId} and a.id = w.activity_id
                    and a.course_offering_id = o.id and a.academic_period_id = p.id
              left join activity_scores s on s.school_id = a.school_id and s.activity_id = a.id
                    and s.enrollment_id = w.enrollment_id
              left join users u on u.id = s.updated_by) as cells
      from course_offerings o
      join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
      join academic_periods p on p.school_id = o.school_id and p.school_year_id = cg.school_year_id
           and p.id = ${call.periodId}
      left join period_courses pc on pc.school_id = o.school_id and pc.course_offering_id = o.id
           and pc.academic_period_id = p.id
     where o.school_id = ${ctx.schoolId} and o.id = ${call.courseId} ${ownCourses(ctx, today(), 'write:all')}`
  return found ?? null
}

type GridRows = {
  activities: GridActivity[]
  students: GridStudent[]
  categories: { id: string; name: string; weight: string }[]
}

/**
 * Students × activities of a course and period in one statement. Somebody who left during the period stays, with the
 * last day; who left before it began is not listed.
 */
export async function gridRows(
  { ctx, sql }: Reader,
  course: { courseId: string; periodId: string },
): Promise<GridRows> {
  const at = fragment`a.school_id = ${ctx.schoolId} and a.course_offering_id = ${course.courseId}
                  and a.academic_period_id = ${course.periodId}`
  const [found] = await sql<GridRows>`
    select (select coalesce(json_agg(json_build_object(
                     'id', a.id, 'title', a.title, 'type', a.type, 'weight', trim_scale(a.weight)::text,
                     'categoryId', a.category_id, 'dueOn', a.due_on, 'version', a.version)
                     order by a.position, a.created_at, a.id), '[]')
              from evaluation_activities a where ${at}) as activities,
           (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'weight', trim_scale(c.weight)::text)
                     order by c.position, c.name), '[]')
              from evaluation_categories c
             where c.school_id = ${ctx.schoolId} and c.course_offering_id = ${course.courseId}
               and c.academic_period_id = ${course.periodId}) as categories,
           (select coalesce(json_agg(json_build_object(
                     'enrollmentId', m.enrollment_id, 'studentId', st.id, 'name', st.full_name,
                     'until', case when m.valid_to < ${today()}::date then m.valid_to end,
                     'recovery', (select json_build_object('score', trim_scale(r.score)::text,
                                    'ceiling', trim_scale(r.ceiling)::text) from recoveries r
                                   where r.school_id = ${ctx.schoolId} and r.course_offering_id = ${course.courseId}
                                     and r.academic_period_id = ${course.periodId} and r.enrollment_id = m.enrollment_id
                                     and r.status = 'done' order by r.created_at limit 1),
                     'brought', (select coalesce(json_agg(json_build_object('id', b.id, 'title', b.title,
                                   'weight', trim_scale(b.weight)::text, 'category', k.name, 'status', s.status,
                                   'score', trim_scale(s.score)::text) order by b.position, b.id), '[]')
                                   from course_enrollments f
                                   join course_offerings o on o.school_id = f.school_id and o.id = f.course_offering_id
                                        and o.id <> ${course.courseId} and o.subject_id = m.subject_id
                                   join evaluation_activities b on b.school_id = o.school_id
                                        and b.course_offering_id = o.id and b.academic_period_id = ${course.periodId}
                                   join activity_scores s on s.school_id = b.school_id and s.activity_id = b.id
                                        and s.enrollment_id = m.enrollment_id and s.status <> 'cleared'
                                   left join evaluation_categories k on k.school_id = b.school_id
                                        and k.id = b.category_id
                                  where f.school_id = ${ctx.schoolId} and f.enrollment_id = m.enrollment_id
                                    and f.valid_from < m.valid_from
                                    and (f.valid_to is null or f.valid_to >= m.starts_on)),
                     'scores', (select coalesce(json_agg(case when s.id is not null then json_build_object(
                                  'status', s.status, 'score', trim_scale(s.score)::text, 'version', s.version) end
                                  order by a.position, a.created_at, a.id), '[]')
                                  from evaluation_activities a
                                  left join activity_scores s on s.school_id = a.school_id and s.activity_id = a.id
                                        and s.enrollment_id = m.enrollment_id
                                 where ${at})) order by st.full_name, st.id), '[]')
              from (select ce.school_id, ce.enrollment_id, o.subject_id, p.starts_on, max(ce.valid_from) as valid_from,
                           nullif(max(coalesce(ce.valid_to, 'infinity'::date)), 'infinity'::date) as valid_to
                      from course_enrollments ce
                      join course_offerings o on o.school_id = ce.school_id and o.id = ce.course_offering_id
                      join academic_periods p on p.school_id = ce.school_id and p.id = ${course.periodId}
                     where ce.school_id = ${ctx.schoolId} and ce.course_offering_id = ${course.courseId}
                       and ce.valid_from <= greatest(p.ends_on, ${today()}::date)
                       and (ce.valid_to is null or ce.valid_to >= p.starts_on)
                     group by ce.school_id, ce.enrollment_id, o.subject_id, p.starts_on) m
              join enrollments e on e.school_id = m.school_id and e.id = m.enrollment_id
              join students st on st.school_id = e.school_id and st.id = e.student_id) as students`
  return found ?? { activities: [], students: [], categories: [] }
}
