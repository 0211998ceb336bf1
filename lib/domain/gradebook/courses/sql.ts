import { ownCourses } from '@/lib/domain/academics/policy'
import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import { fragment, type Sql } from '@/lib/platform/db/sql'
import type { CourseHeading } from '../scores/schema'
import { rulesOfPeriod } from '../sql'

type Reader = { ctx: SchoolContext; sql: Sql }

export type HeadingRow = Omit<CourseHeading, 'writes' | 'handing' | 'assessment'> & {
  assessment: string
  handing: CourseHeading['handing'] | null
  rules: unknown
  directorId: string | null
  /** The person teaches it today. */
  isOwn: boolean
}

/**
 * A course as its pages head it: group, teachers of today, the year's periods, and how far it is in the period that
 * was asked for, else the open one, else the last that has begun.
 * @returns null when there is none, or none that this person may see
 */
export async function courseHeading(
  { ctx, sql }: Reader,
  { courseId, periodId }: { courseId: string; periodId?: string | undefined },
  day: string,
): Promise<HeadingRow | null> {
  const chosen = periodId
    ? fragment`p.id = ${periodId}`
    : fragment`p.id = (select q.id from academic_periods q
                        where q.school_id = ${ctx.schoolId} and q.school_year_id = cg.school_year_id
                        order by (q.status = 'open') desc, (q.starts_on <= ${day}::date) desc,
                                 case when q.starts_on <= ${day}::date then -q.number else q.number end limit 1)`
  const [found] = await sql<HeadingRow>`
    select o.id as "courseId", sc.id as "subjectId", sc.name as subject, sc.assessment, cg.grade_level as "gradeLevel",
           cg.code as "groupCode", cg.director_id as "directorId", y.id as "yearId", y.name as year,
           (select coalesce(string_agg(u.full_name, ', ' order by ta.role, u.full_name), '')
              from teacher_assignments ta join users u on u.id = ta.teacher_id
             where ta.school_id = ${ctx.schoolId} and ta.course_offering_id = o.id and ta.valid_from <= ${day}::date
               and (ta.valid_to is null or ta.valid_to >= ${day}::date)) as teachers,
           exists (select 1 from teacher_assignments mine
                    where mine.school_id = ${ctx.schoolId} and mine.course_offering_id = o.id
                      and mine.teacher_id = ${userIdOf(ctx)} and mine.valid_from <= ${day}::date
                      and (mine.valid_to is null or mine.valid_to >= ${day}::date)) as "isOwn",
           (select coalesce(json_agg(json_build_object('id', q.id, 'number', q.number, 'name', q.name,
                     'status', q.status) order by q.number), '[]')
              from academic_periods q where q.school_id = ${ctx.schoolId} and q.school_year_id = cg.school_year_id
           ) as periods,
           case when p.id is not null then json_build_object('id', p.id, 'number', p.number, 'name', p.name,
             'status', p.status, 'endsOn', p.ends_on) end as period,
           case when pc.id is not null then json_build_object('status', pc.status, 'note', pc.note,
             'version', pc.version, 'at', pc.submitted_at, 'by', su.full_name) end as handing,
           ${rulesOfPeriod(ctx.schoolId)} as rules
      from course_offerings o
      join subject_catalog sc on sc.school_id = o.school_id and sc.id = o.subject_id
      join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
      join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id
      left join academic_periods p on p.school_id = cg.school_id and p.school_year_id = cg.school_year_id and ${chosen}
      left join period_courses pc on pc.school_id = o.school_id and pc.course_offering_id = o.id
           and pc.academic_period_id = p.id
      left join users su on su.id = pc.submitted_by
     where o.school_id = ${ctx.schoolId} and o.id = ${courseId} ${ownCourses(ctx)}`
  return found ?? null
}
