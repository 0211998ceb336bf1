import { fragment } from '@/lib/platform/db/sql'
import { visibleGroups } from './policy'
import type { SheetPlaces } from './schema'
import type { Reader } from './years/sql'

/** The years, and the periods and visible groups of the one asked for, else of the active one, else of the latest. */
export async function sheetPlaces({ ctx, sql }: Reader, schoolYearId: string | undefined): Promise<SheetPlaces> {
  const { schoolId } = ctx
  const asked = schoolYearId ? fragment`and y.id = ${schoolYearId}::uuid` : fragment``
  const [row] = await sql<SheetPlaces>`
    with shown as (
      select y.id, y.name from school_years y where y.school_id = ${schoolId} ${asked}
       order by (y.status = 'active') desc, y.starts_on desc limit 1
    )
    select (select json_build_object('id', s.id, 'name', s.name) from shown s) as year,
           (select coalesce(json_agg(json_build_object('id', y.id, 'name', y.name, 'status', y.status)
              order by y.starts_on desc), '[]') from school_years y where y.school_id = ${schoolId}) as years,
           (select coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'status', p.status)
              order by p.number), '[]')
              from academic_periods p
             where p.school_id = ${schoolId} and p.school_year_id in (select id from shown)) as periods,
           (select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code, 'gradeLevel', g.grade_level,
              'students', g.students, 'courses', g.courses, 'director', g.director) order by g.code), '[]')
              from (select cg.id, cg.code, cg.grade_level, u.full_name as director,
                           (select count(*)::int from group_placements gp where gp.school_id = ${schoolId}
                               and gp.class_group_id = cg.id and gp.valid_to is null) as students,
                           (select count(*)::int from course_offerings co where co.school_id = ${schoolId}
                               and co.class_group_id = cg.id and co.is_active) as courses
                      from class_groups cg left join users u on u.id = cg.director_id
                     where cg.school_id = ${schoolId} and cg.is_active and cg.school_year_id in (select id from shown)
                       ${visibleGroups(ctx)}) g) as groups`
  return row ?? { year: null, years: [], periods: [], groups: [] }
}
