import type { SchoolContext } from '@/lib/platform/context'
import { fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { can } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { visibleStudents } from '../../students/policy'
import { ownCourses } from '../policy'
import type { GroupStudent, GroupStudents, UnplacedStudent } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }

type Found = { group: GroupStudents['group']; students: GroupStudent[] }

/** A group with everybody who sits or sat in it, by surname; undefined for a teacher who neither directs nor teaches it. */
export async function studentsOfGroup({ ctx, sql }: Reader, classGroupId: string): Promise<Found | undefined> {
  const mine = can(ctx.permissions, 'read:students')
    ? nothing
    : fragment`and (exists (select 1 from course_offerings o where o.school_id = cg.school_id and o.class_group_id = cg.id
        ${ownCourses(ctx, today(), 'read:students')}) or cg.director_id = ${'userId' in ctx.actor ? ctx.actor.userId : null}::uuid)`
  const [found] = await sql<Found>`
    select json_build_object('id', cg.id, 'code', cg.code, 'gradeLevel', cg.grade_level, 'shift', cg.shift, 'room', cg.room,
             'capacity', cg.capacity, 'director', d.full_name, 'isActive', cg.is_active, 'yearId', y.id, 'yearName', y.name,
             'yearStatus', y.status, 'startsOn', y.starts_on, 'endsOn', y.ends_on) as "group",
           (select coalesce(json_agg(json_build_object('studentId', s.id, 'enrollmentId', e.id, 'fullName', s.full_name,
                     'documentType', s.document_type, 'documentNumber', s.document_number, 'status', e.status,
                     'validFrom', p.valid_from, 'validTo', p.valid_to, 'reason', p.reason)
                     order by s.full_name, p.valid_from), '[]')
              from group_placements p
              join enrollments e on e.school_id = p.school_id and e.id = p.enrollment_id
              join students s on s.school_id = e.school_id and s.id = e.student_id
             where p.school_id = cg.school_id and p.class_group_id = cg.id) as students
      from class_groups cg
      join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id
      left join users d on d.id = cg.director_id
     where cg.school_id = ${ctx.schoolId} and cg.id = ${classGroupId}::uuid ${mine}`
  return found
}

/** Students of the group's grade and year who sit in no group, those who were meant for this one first. */
export function unplaced({ ctx, sql }: Reader, classGroupId: string): Promise<UnplacedStudent[]> {
  return sql<UnplacedStudent>`
    select e.id as "enrollmentId", s.full_name as "fullName", e.status, e.group_code as "groupCode"
      from class_groups cg
      join enrollments e on e.school_id = cg.school_id and e.school_year_id = cg.school_year_id
       and e.grade_level = cg.grade_level and e.status in ('pending_documents', 'in_review', 'active')
      join students s on s.school_id = e.school_id and s.id = e.student_id
     where cg.school_id = ${ctx.schoolId} and cg.id = ${classGroupId}::uuid
       and not exists (select 1 from group_placements p
             where p.school_id = e.school_id and p.enrollment_id = e.id
               and (p.valid_to is null or p.valid_to >= ${today()}::date))
     order by (e.group_code = cg.code) desc nulls last, s.full_name, e.id
     limit 500`
}

type Academics = { placements: unknown; courses: unknown }

/** One student's groups and courses of today; undefined when the person may not see the student. */
export async function academicsOf({ ctx, sql }: Reader, studentId: string): Promise<Academics | undefined> {
  const on = today()
  const [row] = await sql<Academics>`
    select (select coalesce(json_agg(json_build_object('id', p.id, 'enrollmentId', e.id, 'classGroupId', cg.id,
                     'groupCode', cg.code, 'gradeLevel', cg.grade_level, 'yearName', y.name, 'validFrom', p.valid_from,
                     'validTo', p.valid_to, 'reason', p.reason) order by p.valid_from desc, p.id desc), '[]')
              from enrollments e
              join group_placements p on p.school_id = e.school_id and p.enrollment_id = e.id
              join class_groups cg on cg.school_id = p.school_id and cg.id = p.class_group_id
              join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id
             where e.school_id = s.school_id and e.student_id = s.id) as placements,
           (select coalesce(json_agg(json_build_object('id', o.id, 'subject', su.name, 'area', a.name, 'groupCode', cg.code,
                     'weeklyHours', trim_scale(o.weekly_hours)::text, 'validFrom', ce.valid_from, 'teachers',
                     (select string_agg(u.full_name, ', ' order by ta.role, u.full_name) from teacher_assignments ta
                        join users u on u.id = ta.teacher_id
                       where ta.school_id = o.school_id and ta.course_offering_id = o.id and ta.valid_from <= ${on}::date
                         and (ta.valid_to is null or ta.valid_to >= ${on}::date)))
                     order by a.position, o.position, su.name), '[]')
              from enrollments e
              join course_enrollments ce on ce.school_id = e.school_id and ce.enrollment_id = e.id
               and ce.valid_from <= ${on}::date and (ce.valid_to is null or ce.valid_to >= ${on}::date)
              join course_offerings o on o.school_id = ce.school_id and o.id = ce.course_offering_id
              join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
              join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id and y.status = 'active'
              join subject_catalog su on su.school_id = o.school_id and su.id = o.subject_id
              join academic_areas a on a.school_id = su.school_id and a.id = su.area_id
             where e.school_id = s.school_id and e.student_id = s.id) as courses
      from students s where s.school_id = ${ctx.schoolId} and s.id = ${studentId}::uuid ${visibleStudents(ctx)}`
  return row
}
