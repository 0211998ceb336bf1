import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { today } from '@/lib/shared/dates'
import { visibleCourses } from '../policy'
import type { CourseDetail, CourseRow, TeacherRow } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }
type ListedYear = { id: string; name: string; status: string }

export type CourseFilter = {
  yearId?: string | undefined
  classGroupId?: string | undefined
  subjectId?: string | undefined
  teacherId?: string | undefined
  gradeLevel?: string | undefined
  unassigned?: boolean | undefined
  inactive?: boolean | undefined
}

/** The year asked for; else that of the group; else the active one, else the latest. */
const shownYear = (ctx: SchoolContext, { yearId, classGroupId }: CourseFilter): Fragment => {
  if (yearId) return fragment`${yearId}::uuid`
  if (classGroupId)
    return fragment`(select g.school_year_id from class_groups g where g.school_id = ${ctx.schoolId} and g.id = ${classGroupId}::uuid)`
  return fragment`(select y.id from school_years y where y.school_id = ${ctx.schoolId}
                    order by (y.status = 'active') desc, y.starts_on desc limit 1)`
}

const teacherObject = fragment`json_build_object('assignmentId', ta.id, 'teacherId', ta.teacher_id, 'name', u.full_name,
  'role', ta.role, 'validFrom', ta.valid_from, 'validTo', ta.valid_to)`

const columns = (on: string): Fragment => fragment`
  o.id, cg.id as "classGroupId", cg.code as "groupCode", cg.grade_level as "gradeLevel", su.id as "subjectId",
  su.name as subject, a.id as "areaId", a.name as area, trim_scale(o.weekly_hours)::text as "weeklyHours",
  trim_scale(o.area_weight)::text as "areaWeight", o.position, o.is_active as "isActive", o.version,
  (select count(*)::int from course_enrollments ce where ce.school_id = o.school_id and ce.course_offering_id = o.id
      and (ce.valid_to is null or ce.valid_to >= ${on}::date)) as students,
  (select coalesce(json_agg(${teacherObject} order by ta.role, ta.valid_from), '[]')
     from teacher_assignments ta left join users u on u.id = ta.teacher_id
    where ta.school_id = o.school_id and ta.course_offering_id = o.id
      and (ta.valid_to is null or ta.valid_to >= ${on}::date)) as teachers`

const tables = fragment`
  course_offerings o
  join class_groups cg on cg.school_id = o.school_id and cg.id = o.class_group_id
  join subject_catalog su on su.school_id = o.school_id and su.id = o.subject_id
  join academic_areas a on a.school_id = su.school_id and a.id = su.area_id`

const holds = (on: string, more: Fragment): Fragment => fragment`exists (select 1 from teacher_assignments held
  where held.school_id = o.school_id and held.course_offering_id = o.id
    and (held.valid_to is null or held.valid_to >= ${on}::date) ${more})`

/** The courses of a year by group, area and order, as far as the person may see them. */
export function coursesOf({ ctx, sql }: Reader, filter: CourseFilter): Promise<CourseRow[]> {
  const on = today()
  const main = fragment`and held.role = 'main' and held.valid_from <= ${on}::date`
  return sql<CourseRow>`
    select ${columns(on)} from ${tables}
     where o.school_id = ${ctx.schoolId} and cg.school_year_id = ${shownYear(ctx, filter)} ${visibleCourses(ctx, on)}
       ${filter.classGroupId ? fragment`and cg.id = ${filter.classGroupId}::uuid` : nothing}
       ${filter.subjectId ? fragment`and su.id = ${filter.subjectId}::uuid` : nothing}
       ${filter.gradeLevel ? fragment`and cg.grade_level = ${filter.gradeLevel}` : nothing}
       ${filter.teacherId ? fragment`and ${holds(on, fragment`and held.teacher_id = ${filter.teacherId}::uuid`)}` : nothing}
       ${filter.unassigned ? fragment`and not ${holds(on, main)}` : nothing}
       ${filter.inactive ? nothing : fragment`and o.is_active`}
     order by cg.code, a.position, o.position, su.name
     limit 2000`
}

export async function yearShown({ ctx, sql }: Reader, filter: CourseFilter): Promise<ListedYear | null> {
  const [year] = await sql<ListedYear>`
    select y.id, y.name, y.status from school_years y
     where y.school_id = ${ctx.schoolId} and y.id = ${shownYear(ctx, filter)}`
  return year ?? null
}

/** One course with everybody who taught it; undefined when the person may not see it. */
export async function courseById({ ctx, sql }: Reader, id: string): Promise<CourseDetail | undefined> {
  const on = today()
  const [course] = await sql<CourseDetail>`
    select ${columns(on)}, y.id as "yearId", to_char(y.starts_on, 'YYYY-MM-DD') as "startsOn",
           to_char(y.ends_on, 'YYYY-MM-DD') as "endsOn",
           (select coalesce(json_agg(json_build_object('assignmentId', ta.id, 'teacherId', ta.teacher_id, 'name', u.full_name,
                     'role', ta.role, 'validFrom', ta.valid_from, 'validTo', ta.valid_to, 'reason', ta.reason,
                     'createdBy', w.full_name, 'version', ta.version) order by ta.valid_from desc, ta.id desc), '[]')
              from teacher_assignments ta left join users u on u.id = ta.teacher_id left join users w on w.id = ta.created_by
             where ta.school_id = o.school_id and ta.course_offering_id = o.id) as history
      from ${tables}
      join school_years y on y.school_id = cg.school_id and y.id = cg.school_year_id
     where o.school_id = ${ctx.schoolId} and o.id = ${id}::uuid ${visibleCourses(ctx, on)}`
  return course
}

/** Who may hold a course, by name, with the load of the year as main teacher today. */
export function teachersOf({ ctx, sql }: Reader, filter: CourseFilter, teaching: readonly string[]) {
  const on = today()
  return sql<TeacherRow>`
    select u.id, u.full_name as name, count(o.id)::int as courses,
           trim_scale(coalesce(sum(o.weekly_hours), 0))::text as "weeklyHours", count(distinct o.class_group_id)::int as groups
      from school_memberships m
      join users u on u.id = m.user_id
      left join (select ta.school_id, ta.teacher_id, c.id, c.weekly_hours, c.class_group_id
                   from teacher_assignments ta
                   join course_offerings c on c.school_id = ta.school_id and c.id = ta.course_offering_id and c.is_active
                   join class_groups cg on cg.school_id = c.school_id and cg.id = c.class_group_id
                  where ta.school_id = ${ctx.schoolId} and ta.role = 'main' and cg.school_year_id = ${shownYear(ctx, filter)}
                    and (ta.valid_to is null or ta.valid_to >= ${on}::date)) o
             on o.school_id = m.school_id and o.teacher_id = m.user_id
     where m.school_id = ${ctx.schoolId} and m.is_active
       and exists (select 1 from jsonb_array_elements_text(m.roles) r(name) where r.name = any(${teaching}::text[]))
     group by u.id, u.full_name
     order by u.full_name, u.id`
}
