import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import type { GroupRow } from './schema'

type Wanted = { schoolYearId: string } | { classGroupId: string }

const which = (wanted: Wanted): Fragment =>
  'classGroupId' in wanted
    ? fragment`and g.id = ${wanted.classGroupId}::uuid`
    : fragment`and g.school_year_id = ${wanted.schoolYearId}::uuid`

/** Groups with who directs them and how full they are; one statement, whatever their number. */
export function findGroups(sql: Sql, schoolId: string, wanted: Wanted): Promise<GroupRow[]> {
  return sql<GroupRow>`
    select g.id, g.school_year_id as "schoolYearId", g.grade_level as "gradeLevel", g.code, g.shift, g.capacity, g.room,
           g.is_active as "isActive", g.version, g.study_plan_id as "studyPlanId", p.name as plan,
           g.director_id as "directorId", u.full_name as director,
           (select count(*)::int from group_placements gp
             where gp.school_id = g.school_id and gp.class_group_id = g.id
               and (gp.valid_to is null or gp.valid_to >= ${today()}::date)) as placed,
           (select count(*)::int from enrollments e
             where e.school_id = g.school_id and e.school_year_id = g.school_year_id and e.grade_level = g.grade_level
               and e.group_code = g.code and e.status in ('pending_documents', 'in_review', 'active')) as named,
           (select count(*)::int from course_offerings o
             where o.school_id = g.school_id and o.class_group_id = g.id and o.is_active) as courses
      from class_groups g
      left join study_plans p on p.school_id = g.school_id and p.id = g.study_plan_id
      left join users u on u.id = g.director_id
     where g.school_id = ${schoolId} ${which(wanted)}
     order by g.code`
}

/** Codes that enrollments of the year name without a group behind them. */
export function findUnknownGroups(sql: Sql, schoolId: string, schoolYearId: string) {
  return sql<{ gradeLevel: string; code: string; students: number }>`
    select e.grade_level as "gradeLevel", e.group_code as code, count(*)::int as students
      from enrollments e
     where e.school_id = ${schoolId} and e.school_year_id = ${schoolYearId}::uuid and e.group_code is not null
       and e.status in ('pending_documents', 'in_review', 'active')
       and not exists (select 1 from class_groups g
                        where g.school_id = e.school_id and g.school_year_id = e.school_year_id
                          and g.grade_level = e.grade_level and g.code = e.group_code)
     group by 1, 2 order by 2`
}

/** Who may direct a group: active members with another role than student or guardian. */
export function findStaff(sql: Sql, schoolId: string, userId?: string) {
  return sql<{ id: string; name: string; email: string }>`
    select u.id, u.full_name as name, u.email
      from school_memberships m join users u on u.id = m.user_id
     where m.school_id = ${schoolId} and m.is_active
       and m.roles ?| array['rector', 'coordinator', 'teacher', 'secretary']
       ${userId ? fragment`and u.id = ${userId}::uuid` : nothing}
     order by u.full_name, u.id`
}
