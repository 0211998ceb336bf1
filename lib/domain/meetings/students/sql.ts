import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import type { MeetingStudent } from './schema'

type Of<T> = T & { enrollmentId: string }
export type Dossiers = {
  meeting: {
    id: string
    status: 'planned' | 'held' | 'signed'
    gradeLevel: string | null
    periodId: string | null
    heldOn: string
    schoolYearId: string
  } | null
  decisions: Of<MeetingStudent['decisions'][number]>[]
  promotions: Of<NonNullable<MeetingStudent['promotion']>>[]
  recoveries: Of<MeetingStudent['recoveries'][number]>[]
  observations: Of<MeetingStudent['observations'][number]>[]
}

/** The meeting, and what is on file about the students of a group: decisions of all meetings, outcomes, recoveries, observations. */
export async function dossiers(
  { ctx, sql }: { ctx: SchoolContext; sql: Sql },
  { meetingId, classGroupId }: { meetingId: string; classGroupId: string },
): Promise<Dossiers> {
  const { schoolId } = ctx
  const [row] = await sql<Dossiers>`
    with members as (
      select gp.enrollment_id as id from group_placements gp
       where gp.school_id = ${schoolId} and gp.class_group_id = ${classGroupId}::uuid
    )
    select (select json_build_object('id', m.id, 'status', m.status, 'gradeLevel', m.grade_level, 'periodId',
              m.academic_period_id, 'heldOn', to_char(m.held_on, 'YYYY-MM-DD'), 'schoolYearId', m.school_year_id)
              from evaluation_meetings m where m.school_id = ${schoolId} and m.id = ${meetingId}::uuid) as meeting,
           (select coalesce(json_agg(json_build_object('id', d.id, 'version', d.version, 'enrollmentId', d.enrollment_id,
              'here', d.meeting_id = ${meetingId}::uuid, 'heldOn', to_char(m.held_on, 'YYYY-MM-DD'), 'kind', d.kind,
              'decision', d.decision, 'reason', d.reason) order by m.held_on desc, d.created_at desc), '[]')
              from meeting_decisions d
              join evaluation_meetings m on m.school_id = d.school_id and m.id = d.meeting_id
             where d.school_id = ${schoolId} and d.enrollment_id in (select id from members)) as decisions,
           (select coalesce(json_agg(json_build_object('enrollmentId', p.enrollment_id, 'version', p.version,
              'status', p.status, 'reason', p.reason, 'promotedTo', p.promoted_to,
              'here', coalesce(p.meeting_id = ${meetingId}::uuid, false))), '[]')
              from promotions p
             where p.school_id = ${schoolId} and p.enrollment_id in (select id from members)) as promotions,
           (select coalesce(json_agg(json_build_object('enrollmentId', r.enrollment_id, 'subject', sc.name, 'period', ap.name,
              'original', trim_scale(r.original_value)::text, 'score', trim_scale(r.score)::text,
              'result', trim_scale(r.final_value)::text, 'status', r.status) order by r.created_at), '[]')
              from recoveries r
              join course_offerings o on o.school_id = r.school_id and o.id = r.course_offering_id
              join subject_catalog sc on sc.school_id = o.school_id and sc.id = o.subject_id
              left join academic_periods ap on ap.school_id = r.school_id and ap.id = r.academic_period_id
             where r.school_id = ${schoolId} and r.status <> 'annulled'
               and r.enrollment_id in (select id from members)) as recoveries,
           (select coalesce(json_agg(json_build_object('enrollmentId', b.enrollment_id, 'period', ap.name, 'text', b.text)
              order by ap.number desc), '[]')
              from period_observations b
              join academic_periods ap on ap.school_id = b.school_id and ap.id = b.academic_period_id
             where b.school_id = ${schoolId} and b.enrollment_id in (select id from members)) as observations`
  return row ?? { meeting: null, decisions: [], promotions: [], recoveries: [], observations: [] }
}
