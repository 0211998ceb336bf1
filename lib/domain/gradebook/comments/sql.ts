import { type SchoolContext, userIdOf } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import type { CourseWords } from './schema'

type Rows = Omit<CourseWords, 'course'>

/** Students of the period with their words, the course's achievements, and the phrases of its subject. */
export async function wordsRows(
  { ctx, sql }: { ctx: SchoolContext; sql: Sql },
  { courseId, periodId }: { courseId: string; periodId: string },
): Promise<Rows> {
  const [found] = await sql<Rows>`
    select (select coalesce(json_agg(json_build_object(
                     'enrollmentId', m.enrollment_id, 'studentId', st.id, 'name', st.full_name,
                     'until', case when m.valid_to < ${today()}::date then m.valid_to end,
                     'words', (select coalesce(json_agg(json_build_object('kind', c.kind, 'text', c.text,
                                 'version', c.version)), '[]')
                                 from course_comments c
                                where c.school_id = ${ctx.schoolId} and c.course_offering_id = ${courseId}
                                  and c.academic_period_id = ${periodId} and c.enrollment_id = m.enrollment_id))
                     order by st.full_name, st.id), '[]')
              from (select ce.school_id, ce.enrollment_id,
                           nullif(max(coalesce(ce.valid_to, 'infinity'::date)), 'infinity'::date) as valid_to
                      from course_enrollments ce
                      join academic_periods p on p.school_id = ce.school_id and p.id = ${periodId}
                     where ce.school_id = ${ctx.schoolId} and ce.course_offering_id = ${courseId}
                       and ce.valid_from <= greatest(p.ends_on, ${today()}::date)
                       and (ce.valid_to is null or ce.valid_to >= p.starts_on)
                     group by ce.school_id, ce.enrollment_id) m
              join enrollments e on e.school_id = m.school_id and e.id = m.enrollment_id
              join students st on st.school_id = e.school_id and st.id = e.student_id) as students,
           (select coalesce(json_agg(json_build_object('id', a.id, 'text', a.text, 'version', a.version)
                     order by a.position, a.id), '[]')
              from course_achievements a
             where a.school_id = ${ctx.schoolId} and a.course_offering_id = ${courseId}
               and a.academic_period_id = ${periodId}) as achievements,
           (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'text', f.text,
                     'shared', f.owner_id is null, 'subjectId', f.subject_id, 'version', f.version) order by f.kind, f.created_at, f.id), '[]')
              from comment_phrases f
              join course_offerings o on o.school_id = f.school_id and o.id = ${courseId}
             where f.school_id = ${ctx.schoolId} and f.is_active and coalesce(f.subject_id, o.subject_id) = o.subject_id
               and coalesce(f.owner_id, ${userIdOf(ctx)}) = ${userIdOf(ctx)}) as phrases`
  return found ?? { students: [], achievements: [], phrases: [] }
}
