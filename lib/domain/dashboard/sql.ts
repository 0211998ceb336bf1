import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, type Sql } from '@/lib/platform/db/sql'
import { can } from '@/lib/platform/permissions'
import { ownCourses, teaches } from '../academics/policy'
import { sensitiveRequirements } from '../requirements/rules'
import { todoWindow } from './rules'
import type { ClassKey } from './schema'

export type Reader = { ctx: SchoolContext; sql: Sql }

/** Codes of papers that this person may not open, and so not review. */
const hiddenPapers = (ctx: SchoolContext): readonly string[] =>
  can(ctx.permissions, 'read:sensitive') ? [] : sensitiveRequirements

export type TodoCounts = {
  documentsToReview: number
  readyToActivate: number
  commitmentsOverdue: number
  commitmentsDue: number
  linksMissing: number
  linksUnopened: number
  stalled: number
}

/** What waits in the years that are open. The conditions are those of the enrollment list's filters, so that a line lands on its count. */
export async function countTodo({ ctx, sql }: Reader, today: string): Promise<TodoCounts> {
  const { schoolId } = ctx
  const { dueDays, stalledDays } = todoWindow
  const [row] = await sql<TodoCounts>`
    with open as (
      select e.student_id, e.status, e.missing_count, e.commitment_due_on, e.created_at
        from enrollments e
        join school_years y on y.school_id = e.school_id and y.id = e.school_year_id and y.status in ('planning', 'active')
       where e.school_id = ${schoolId} and (e.status in ('pending_documents', 'in_review') or e.commitment_due_on is not null)
    ), links as (
      select sg.student_id, bool_or(l.last_used_at is not null) as opened
        from family_links l
        join student_guardians sg on sg.school_id = l.school_id and sg.guardian_id = l.guardian_id
       where l.school_id = ${schoolId}
       group by sg.student_id
    )
    select (select count(*)::int
              from enrollment_documents d
              join enrollments e on e.school_id = d.school_id and e.id = d.enrollment_id
                   and e.status in ('pending_documents', 'in_review', 'active')
             where d.school_id = ${schoolId} and d.status = 'uploaded' and d.file_id is not null
               and not d.document_type = any(${hiddenPapers(ctx)}::text[])) as "documentsToReview",
           count(*) filter (where status = 'in_review' and missing_count = 0)::int as "readyToActivate",
           count(*) filter (where status = 'active' and missing_count > 0 and commitment_due_on < ${today}::date)::int
             as "commitmentsOverdue",
           count(*) filter (where status = 'active' and missing_count > 0
             and commitment_due_on between ${today}::date and ${today}::date + ${dueDays}::int)::int as "commitmentsDue",
           count(*) filter (where status = 'pending_documents' and links.student_id is null)::int as "linksMissing",
           count(*) filter (where status = 'pending_documents' and not links.opened)::int as "linksUnopened",
           count(*) filter (where status = 'pending_documents' and created_at < now() - make_interval(days => ${stalledDays}::int))::int
             as "stalled"
      from open left join links on links.student_id = open.student_id`
  return row as TodoCounts
}

export type ClassCounts = Record<ClassKey, number>

/** Own activities of open periods whose day is over and that some student of the course has nothing written for. */
const activitiesToMark = (ctx: SchoolContext, today: string): Fragment => fragment`
  (select count(*)::int
     from evaluation_activities a
     join academic_periods p on p.school_id = a.school_id and p.id = a.academic_period_id and p.status = 'open'
     join course_offerings o on o.school_id = a.school_id and o.id = a.course_offering_id and o.is_active
    where a.school_id = ${ctx.schoolId} and a.due_on < ${today}::date ${ownCourses(ctx)}
      and not exists (select 1 from period_courses pc where pc.school_id = a.school_id
             and pc.course_offering_id = a.course_offering_id and pc.academic_period_id = p.id and pc.status = 'submitted')
      and exists (select 1 from course_enrollments ce
           where ce.school_id = a.school_id and ce.course_offering_id = o.id and ce.valid_from <= ${today}::date
             and (ce.valid_to is null or ce.valid_to >= ${today}::date)
             and not exists (select 1 from activity_scores s where s.school_id = a.school_id and s.activity_id = a.id
                                and s.enrollment_id = ce.enrollment_id and s.status <> 'cleared')))`

/** What the active year asks for. A course counts from a week before its period ends until it is handed in. */
const classCounts = (ctx: SchoolContext, today: string): Fragment => fragment`
  (select count(*)::int
     from course_offerings o
     join class_groups g on g.school_id = o.school_id and g.id = o.class_group_id
     join school_years ay on ay.school_id = g.school_id and ay.id = g.school_year_id and ay.status = 'active'
     join academic_periods p on p.school_id = ay.school_id and p.school_year_id = ay.id and p.status = 'open'
          and p.ends_on <= ${today}::date + ${todoWindow.handInDays}::int
     left join period_courses pc on pc.school_id = o.school_id and pc.course_offering_id = o.id
          and pc.academic_period_id = p.id
    where o.school_id = ${ctx.schoolId} and o.is_active and coalesce(pc.status, 'open') <> 'submitted'
          ${ownCourses(ctx)}) as "coursesToHandIn",
  (select count(*)::int from attendance_corrections c where c.school_id = ${ctx.schoolId} and c.status = 'pending')
    as "correctionsWaiting",
  (select count(*)::int from evaluation_meetings m
     join school_years my on my.school_id = m.school_id and my.id = m.school_year_id and my.status = 'active'
    where m.school_id = ${ctx.schoolId} and m.status in ('planned', 'held')) as "meetingsOpen",
  ${teaches(ctx) ? activitiesToMark(ctx, today) : fragment`0`} as "activitiesToMark",
  (select count(*)::int from absence_excuses x where x.school_id = ${ctx.schoolId} and x.status = 'pending')
    as "excusesWaiting",
  (select count(*)::int
     from academic_periods p
     join school_years ay on ay.school_id = p.school_id and ay.id = p.school_year_id and ay.status = 'active'
    where p.school_id = ${ctx.schoolId} and p.status = 'open' and p.ends_on < ${today}::date) as "periodsToClose"`

export async function countClasses({ ctx, sql }: Reader, today: string): Promise<ClassCounts> {
  const [row] = await sql<ClassCounts>`select ${classCounts(ctx, today)}`
  return row as ClassCounts
}

export type SetupFacts = { openYears: number; requirements: number; enrollments: boolean }

/** Whether the school has what enrolling needs, and what its active year asks for. */
export async function readSetup({ ctx, sql }: Reader, today: string): Promise<SetupFacts & ClassCounts> {
  const { schoolId } = ctx
  const [row] = await sql<SetupFacts & ClassCounts>`
    select count(*) filter (where y.status in ('planning', 'active'))::int as "openYears",
           (select count(*)::int from required_documents d where d.school_id = ${schoolId} and d.is_active) as requirements,
           exists (select from enrollments e where e.school_id = ${schoolId}) as enrollments,
           ${classCounts(ctx, today)}
      from school_years y where y.school_id = ${schoolId}`
  return row as SetupFacts & ClassCounts
}

export type FunnelCount = {
  yearId: string
  yearName: string
  yearStatus: string
  gradeLevel: string | null
  status: string | null
  count: number
}

/** Enrollments by year, grade and state, the newest year first. A year without any has one row of nulls; archived years are left out. */
export async function countFunnel(sql: Sql, schoolId: string): Promise<FunnelCount[]> {
  return sql<FunnelCount>`
    select y.id as "yearId", y.name as "yearName", y.status as "yearStatus",
           e.grade_level as "gradeLevel", e.status, count(e.id)::int as count
      from school_years y
      left join enrollments e on e.school_id = y.school_id and e.school_year_id = y.id
     where y.school_id = ${schoolId} and y.status <> 'archived'
     group by y.id, y.name, y.status, y.starts_on, e.grade_level, e.status
     order by y.starts_on desc, y.id`
}

export type WeekCount = { kind: 'opened' | 'activated' | 'validated'; weeksAgo: number; count: number }

/** Events of the last eight weeks; week 0 is the seven days up to now. */
export async function countWeeks(sql: Sql, schoolId: string): Promise<WeekCount[]> {
  return sql<WeekCount>`
    select kind, floor(extract(epoch from now() - at) / 604800)::int as "weeksAgo", count(*)::int as count
      from (
        select 'opened' as kind, e.created_at as at from enrollments e where e.school_id = ${schoolId}
        union all
        select 'activated', (step ->> 'changed_at')::timestamptz
          from enrollments e cross join lateral jsonb_array_elements(e.status_history) step
         where e.school_id = ${schoolId} and e.updated_at > now() - interval '8 weeks' and step ->> 'status' = 'active'
        union all
        select 'validated', d.validated_at
          from enrollment_documents d
         where d.school_id = ${schoolId} and d.status = 'validated'
      ) events
     where at > now() - interval '8 weeks' and at <= now()
     group by 1, 2`
}
