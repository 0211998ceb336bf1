import type { SchoolContext } from '@/lib/platform/context'
import { fragment, type Sql } from '@/lib/platform/db/sql'
import type { MeetingDetail, MeetingList } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }

/** The year's meetings, newest first, with what a new one can be about. */
export async function meetingsOfYear({ ctx, sql }: Reader, schoolYearId: string | undefined): Promise<MeetingList> {
  const { schoolId } = ctx
  const asked = schoolYearId ? fragment`and y.id = ${schoolYearId}::uuid` : fragment``
  const [row] = await sql<MeetingList>`
    with shown as (
      select y.id, y.name from school_years y where y.school_id = ${schoolId} ${asked}
       order by (y.status = 'active') desc, y.starts_on desc limit 1
    )
    select (select json_build_object('id', s.id, 'name', s.name) from shown s) as year,
           (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name, 'status', y.status)
              order by y.starts_on desc), '[]') from school_years y where y.school_id = ${schoolId}) as years,
           (select coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'status', p.status)
              order by p.number), '[]') from academic_periods p
             where p.school_id = ${schoolId} and p.school_year_id in (select id from shown)) as periods,
           (select coalesce(json_agg(distinct cg.grade_level), '[]') from class_groups cg
             where cg.school_id = ${schoolId} and cg.is_active and cg.school_year_id in (select id from shown)) as grades,
           (select coalesce(json_agg(x order by x."heldOn" desc, x.id desc), '[]') from (
              select m.id, m.version, m.status, m.grade_level as "gradeLevel", to_char(m.held_on, 'YYYY-MM-DD') as "heldOn",
                     case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as period,
                     (select count(*)::int from meeting_members mm where mm.school_id = ${schoolId}
                         and mm.meeting_id = m.id and mm.present) as members,
                     (select count(*)::int from meeting_decisions d where d.school_id = ${schoolId}
                         and d.meeting_id = m.id) as decisions
                from evaluation_meetings m
                left join academic_periods p on p.school_id = m.school_id and p.id = m.academic_period_id
               where m.school_id = ${schoolId} and m.school_year_id in (select id from shown)) x) as items`
  return row ?? { year: null, years: [], periods: [], grades: [], items: [] }
}

/** A meeting with who was there, what it decided, and the groups that it is about. */
export async function meetingById({ ctx, sql }: Reader, meetingId: string): Promise<MeetingDetail | null> {
  const { schoolId } = ctx
  const [row] = await sql<MeetingDetail>`
    select m.id, m.version, m.status, m.grade_level as "gradeLevel", to_char(m.held_on, 'YYYY-MM-DD') as "heldOn", m.notes,
           json_build_object('id', y.id, 'name', y.name) as year,
           case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as period,
           replace(f.file_name, '.pdf', '') as minutes,
           (select count(*)::int from meeting_decisions d where d.school_id = ${schoolId} and d.meeting_id = m.id) as decisions,
           (select coalesce(json_agg(json_build_object('userId', mm.user_id, 'name', mm.name, 'role', mm.role,
              'present', mm.present) order by mm.id), '[]') from meeting_members mm
             where mm.school_id = ${schoolId} and mm.meeting_id = m.id) as members,
           (select coalesce(json_agg(json_build_object('id', d.id, 'version', d.version, 'enrollmentId', d.enrollment_id,
              'name', s.full_name, 'groupCode', e.group_code, 'gradeLevel', e.grade_level, 'kind', d.kind,
              'decision', d.decision, 'reason', d.reason, 'by', u.full_name)
              order by e.grade_level, e.group_code, s.full_name, d.created_at), '[]')
              from meeting_decisions d
              join enrollments e on e.school_id = d.school_id and e.id = d.enrollment_id
              join students s on s.school_id = e.school_id and s.id = e.student_id
              left join users u on u.id = d.created_by
             where d.school_id = ${schoolId} and d.meeting_id = m.id) as items,
           (select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code, 'gradeLevel', g.grade_level,
              'students', g.students, 'promoted', g.promoted) order by g.code), '[]')
              from (select cg.id, cg.code, cg.grade_level, count(gp.id)::int as students, count(pr.id)::int as promoted
                      from class_groups cg
                      left join group_placements gp on gp.school_id = cg.school_id and gp.class_group_id = cg.id
                           and gp.valid_to is null
                      left join promotions pr on pr.school_id = gp.school_id and pr.enrollment_id = gp.enrollment_id
                     where cg.school_id = ${schoolId} and cg.is_active and cg.school_year_id = m.school_year_id
                       and cg.grade_level = coalesce(m.grade_level, cg.grade_level)
                     group by cg.id, cg.code, cg.grade_level) g) as groups
      from evaluation_meetings m
      join school_years y on y.school_id = m.school_id and y.id = m.school_year_id
      left join academic_periods p on p.school_id = m.school_id and p.id = m.academic_period_id
      left join stored_files f on f.school_id = m.school_id and f.id = m.minutes_file_id
     where m.school_id = ${schoolId} and m.id = ${meetingId}::uuid`
  return row ?? null
}
