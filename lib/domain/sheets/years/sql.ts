import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import { ownCourses } from '../../academics/policy'
import { seesWholeGroups, visibleGroups } from '../policy'
import type { YearRows } from './schema'

export type Reader = { ctx: SchoolContext; sql: Sql }

/**
 * A group, or the groups of a year, of one grade if it is named; of one student if asked. `periodId` says on which day who
 * sat where. `lowOnly`: those with a low mark in the newest closed period, and that period alone, without absences: a
 * fraction of the rows, enough to count who has failed.
 */
export type Scope = { periodId?: string | null; enrollmentId?: string; lowOnly?: true } & (
  | { classGroupId: string }
  | { schoolYearId?: string | undefined; gradeLevel?: string | undefined }
)

const chosenGroups = ({ schoolId }: SchoolContext, scope: Scope): Fragment => {
  if ('classGroupId' in scope) return fragment`and cg.id = ${scope.classGroupId}::uuid`
  const year = scope.schoolYearId
    ? fragment`and cg.school_year_id = ${scope.schoolYearId}::uuid`
    : fragment`and cg.school_year_id = (select y.id from school_years y where y.school_id = ${schoolId}
                 order by (y.status = 'active') desc, y.starts_on desc limit 1)`
  return scope.gradeLevel
    ? fragment`${year} and cg.grade_level = ${scope.gradeLevel} and cg.is_active`
    : fragment`${year} and cg.is_active`
}

const newestClosed = ({ schoolId }: SchoolContext): Fragment => fragment`
  and p.id = (select c.id from academic_periods c
               where c.school_id = ${schoolId} and c.school_year_id in (select school_year_id from groups)
                 and c.status in ('closed', 'published')
               order by c.number desc limit 1)`

const withLowMark = ({ schoolId }: SchoolContext): Fragment => fragment`
  and e.id in (select r.enrollment_id from course_results r
                where r.school_id = ${schoolId} and r.academic_period_id in (select id from spans) and r.level = 'low')`

const absencesOf = ({ schoolId }: SchoolContext, periodId: Fragment): Fragment => fragment`
  (select coalesce(json_agg(json_build_array(c.enrollment_id, c.lessons, c.missed, c.unjustified, c.excused_here,
     c.unjustified_here)), '[]')
     from (select ar.enrollment_id, count(*)::int as lessons,
                  count(*) filter (where ar.status in ('absent', 'excused'))::int as missed,
                  count(*) filter (where ar.status = 'absent')::int as unjustified,
                  count(*) filter (where ar.status = 'excused' and spans.id is not null)::int as excused_here,
                  count(*) filter (where ar.status = 'absent' and spans.id is not null)::int as unjustified_here
             from attendance_records ar
             join members m on m.id = ar.enrollment_id
             left join spans on ar.day between spans.starts_on and spans.ends_on
                  and spans.id = coalesce(${periodId}, spans.id)
            where ar.school_id = ${schoolId}
            group by ar.enrollment_id) c)`

/** Teachers get the subjects that they teach in the group, wherever a student sat in them before. */
const ownSubjects = (ctx: SchoolContext): Fragment =>
  seesWholeGroups(ctx)
    ? nothing
    : fragment`and o.subject_id in (select own.subject_id from (
        select o.subject_id from course_offerings o join groups g on g.id = o.class_group_id
         where o.school_id = ${ctx.schoolId} and o.is_active ${ownCourses(ctx, today())}) own)`

/**
 * Everything that the marks of these students' year are computed from, in one statement: kept marks of the closed periods,
 * scores of the others. Students are those of the day: the period's last one, or today while it runs. Numbers are decimal texts.
 */
export async function yearRows({ ctx, sql }: Reader, scope: Scope): Promise<YearRows | null> {
  const { schoolId } = ctx
  const on = today()
  const periodId = scope.lowOnly ? fragment`(select id from spans)` : fragment`${scope.periodId ?? null}::uuid`
  const [row] = await sql<YearRows>`
    with groups as (
      select cg.id, cg.code, cg.grade_level, cg.school_year_id, u.full_name as director
        from class_groups cg left join users u on u.id = cg.director_id
       where cg.school_id = ${schoolId} ${chosenGroups(ctx, scope)} ${visibleGroups(ctx)}
    ), spans as (
      select p.id, p.number, p.name, p.status, p.starts_on, p.ends_on
        from academic_periods p
       where p.school_id = ${schoolId} and p.school_year_id in (select school_year_id from groups)
             ${scope.lowOnly ? newestClosed(ctx) : nothing}
    ), moment as (
      select coalesce(
        (select least(spans.ends_on, greatest(spans.starts_on, ${on}::date)) from spans where spans.id = ${periodId}),
        (select least(max(y.ends_on), greatest(min(y.starts_on), ${on}::date)) from school_years y
          where y.school_id = ${schoolId} and y.id in (select school_year_id from groups)),
        ${on}::date) as day
    ), members as (
      select e.id, e.student_id, s.full_name, gp.class_group_id
        from group_placements gp
        join groups g on g.id = gp.class_group_id
        join enrollments e on e.school_id = gp.school_id and e.id = gp.enrollment_id
        join students s on s.school_id = e.school_id and s.id = e.student_id
       where gp.school_id = ${schoolId} and gp.valid_from <= (select day from moment)
         and (gp.valid_to is null or gp.valid_to >= (select day from moment))
         ${scope.enrollmentId ? fragment`and e.id = ${scope.enrollmentId}::uuid` : nothing}
         ${scope.lowOnly ? withLowMark(ctx) : nothing}
    ), seats as (
      select ce.course_offering_id, ce.enrollment_id, o.subject_id, ce.valid_from, ce.valid_to
        from course_enrollments ce
        join members m on m.id = ce.enrollment_id
        join course_offerings o on o.school_id = ce.school_id and o.id = ce.course_offering_id
       where ce.school_id = ${schoolId} ${ownSubjects(ctx)}
    ), taught as materialized (select distinct course_offering_id as id from seats
    ), kept as (
      select r.course_offering_id, r.enrollment_id, r.academic_period_id, r.value, r.scale_max, r.level
        from course_results r
        join spans on spans.id = r.academic_period_id and spans.status in ('closed', 'published')
        join members m on m.id = r.enrollment_id
        join taught on taught.id = r.course_offering_id
       where r.school_id = ${schoolId}
    ), live as materialized (
      select spans.id from spans
       where spans.status <> 'draft' and spans.id not in (select academic_period_id from kept)
    ), activities as materialized (
      select a.id, a.course_offering_id, a.academic_period_id, a.title, a.weight, a.category_id, a.position
        from evaluation_activities a
        join taught on taught.id = a.course_offering_id
        join live on live.id = a.academic_period_id
       where a.school_id = ${schoolId}
    )
    select (select json_build_object('id', y.id, 'name', y.name, 'status', y.status) from school_years y
             where y.school_id = ${schoolId} and y.id in (select school_year_id from groups)) as year,
           (select r.rules from evaluation_rules r
             where r.school_id = ${schoolId} and r.school_year_id in (select school_year_id from groups) and r.status = 'active'
             order by r.number desc limit 1) as rules,
           (select st.evaluation_settings from school_settings st where st.school_id = ${schoolId}) as settings,
           (select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code, 'gradeLevel', g.grade_level,
              'director', g.director) order by g.code), '[]') from groups g) as groups,
           (select coalesce(json_agg(json_build_object('enrollmentId', m.id, 'studentId', m.student_id, 'name', m.full_name,
              'groupId', m.class_group_id) order by m.full_name, m.id), '[]') from members m) as members,
           (select coalesce(json_agg(json_build_object('id', x.id, 'number', x.number, 'name', x.name, 'status', x.status,
              'startsOn', to_char(x.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(x.ends_on, 'YYYY-MM-DD'))
              order by x.number), '[]') from spans x) as periods,
           (select coalesce(json_agg(json_build_array(x.course_offering_id, x.enrollment_id, x.subject_id,
              to_char(x.valid_from, 'YYYY-MM-DD'), to_char(x.valid_to, 'YYYY-MM-DD'))), '[]') from seats x) as seats,
           (select coalesce(json_agg(json_build_object('id', o.id, 'subjectId', o.subject_id, 'subject', sc.name,
              'shortName', sc.short_name, 'assessment', sc.assessment, 'areaId', aa.id, 'area', aa.name,
              'areaPosition', aa.position, 'position', o.position, 'hours', o.weekly_hours::text,
              'weight', o.area_weight::text, 'gradeLevel', cg.grade_level)), '[]')
              from taught
              join course_offerings o on o.id = taught.id
              join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
              join subject_catalog sc on sc.school_id = o.school_id and sc.id = o.subject_id
              join academic_areas aa on aa.school_id = sc.school_id and aa.id = sc.area_id
             where o.school_id = ${schoolId}) as courses,
           (select coalesce(json_agg(json_build_array(x.course_offering_id, x.enrollment_id, x.academic_period_id,
              trim_scale(x.value)::text, trim_scale(x.scale_max)::text, x.level)), '[]') from kept x) as kept,
           (select coalesce(json_agg(json_build_array(x.id, x.course_offering_id, x.academic_period_id, x.title,
              x.weight::text, x.category_id) order by x.position, x.id), '[]') from activities x) as activities,
           (select coalesce(json_agg(json_build_array(c.id, c.course_offering_id, c.academic_period_id, c.name,
              c.weight::text) order by c.position, c.id), '[]')
              from evaluation_categories c
              join taught on taught.id = c.course_offering_id
              join live on live.id = c.academic_period_id
             where c.school_id = ${schoolId}) as categories,
           (select coalesce(json_agg(json_build_array(sc.activity_id, sc.enrollment_id, sc.status, sc.score::text,
              sc.scale_max::text)), '[]')
              from activity_scores sc
              join activities x on x.id = sc.activity_id
              join members m on m.id = sc.enrollment_id
             where sc.school_id = ${schoolId} and sc.status <> 'cleared') as scores,
           (select coalesce(json_agg(json_build_array(rc.course_offering_id, rc.enrollment_id, rc.academic_period_id,
              rc.score::text, rc.ceiling::text) order by rc.created_at), '[]')
              from recoveries rc
              join members m on m.id = rc.enrollment_id
              join taught on taught.id = rc.course_offering_id
             where rc.school_id = ${schoolId} and rc.status = 'done') as recoveries,
           ${scope.lowOnly ? fragment`'[]'::json` : absencesOf(ctx, periodId)} as absences`
  return row && row.groups.length > 0 ? row : null
}
