import type { z } from 'zod'
import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import { rulesOfPeriod } from '../sql'
import type { activityDetail } from './schema'

type Row = z.input<typeof activityDetail>

/** One activity with what was marked in it, counted over the students of today. */
export async function activityRow(
  { ctx, sql }: { ctx: SchoolContext; sql: Sql },
  activityId: string,
): Promise<Row | null> {
  const [found] = await sql<Row>`
    select a.id, a.title, a.type, trim_scale(a.weight)::text as weight, a.category_id as "categoryId",
           to_char(a.due_on, 'YYYY-MM-DD') as "dueOn", to_char(a.assigned_on, 'YYYY-MM-DD') as "assignedOn", a.version,
           a.description, a.course_offering_id as "courseId", a.academic_period_id as "periodId",
           (select coalesce(json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'size', f.size)
                     order by af.position, f.id), '[]')
              from activity_files af join stored_files f on f.school_id = af.school_id and f.id = af.file_id
             where af.school_id = ${ctx.schoolId} and af.activity_id = a.id and f.status = 'ready') as files,
           json_build_object('students', m.students, 'scored', m.scored, 'late', m.late,
             'notSubmitted', m.missing, 'excused', m.excused, 'belowPass', m.below) as counts,
           round(m.mean, 2)::text as mean, trim_scale(m.highest)::text as highest, trim_scale(m.lowest)::text as lowest,
           m.unmarked
      from evaluation_activities a
      join lateral (
        select count(*)::int as students,
               count(*) filter (where s.status = 'scored')::int as scored,
               count(*) filter (where s.status = 'late')::int as late,
               count(*) filter (where s.status = 'not_submitted')::int as missing,
               count(*) filter (where s.status = 'excused')::int as excused,
               count(*) filter (where s.score < coalesce((r.rules ->> 'passMark')::numeric, 3))::int as below,
               avg(s.score) as mean, max(s.score) as highest, min(s.score) as lowest,
               coalesce(json_agg(json_build_object('enrollmentId', ce.enrollment_id, 'name', st.full_name)
                 order by st.full_name) filter (where s.status is null or s.status = 'cleared'), '[]') as unmarked
          from course_enrollments ce
          join enrollments e on e.school_id = ce.school_id and e.id = ce.enrollment_id
          join students st on st.school_id = e.school_id and st.id = e.student_id
          join (select p.school_id, ${rulesOfPeriod(ctx.schoolId)} as rules
                  from course_offerings o
                  join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
                  join academic_periods p on p.school_id = o.school_id and p.id = a.academic_period_id
                 where o.school_id = ${ctx.schoolId} and o.id = a.course_offering_id) r on r.school_id = ce.school_id
          left join activity_scores s on s.school_id = ce.school_id and s.activity_id = a.id
                and s.enrollment_id = ce.enrollment_id
         where ce.school_id = ${ctx.schoolId} and ce.course_offering_id = a.course_offering_id
           and ce.valid_from <= ${today()}::date and (ce.valid_to is null or ce.valid_to >= ${today()}::date)) m on true
     where a.school_id = ${ctx.schoolId} and a.id = ${activityId}`
  return found ?? null
}
