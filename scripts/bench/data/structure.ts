import type { Client } from 'pg'

const subjects: readonly (readonly [area: string, subject: string, hours: number])[] = [
  ['Ciencias naturales y educación ambiental', 'Ciencias naturales', 4],
  ['Ciencias sociales', 'Ciencias sociales', 4],
  ['Educación artística y cultural', 'Artes', 2],
  ['Educación ética y en valores humanos', 'Ética', 1],
  ['Educación física, recreación y deportes', 'Educación física', 2],
  ['Educación religiosa', 'Religión', 1],
  ['Humanidades', 'Lengua castellana', 5],
  ['Humanidades', 'Inglés', 3],
  ['Matemáticas', 'Matemáticas', 4],
  ['Matemáticas', 'Geometría', 1],
  ['Tecnología e informática', 'Informática', 2],
  ['Filosofía', 'Filosofía', 1],
]

/**
 * A year of structure for a school that has enrollments: areas, subjects, the plan of the active year, a group for each grade
 * and letter in use, its courses with their teachers, and every active child in them.
 */
export async function addStructure(client: Client, schoolId: string): Promise<void> {
  const run = (text: string, ...rest: unknown[]) => client.query(text, [schoolId, ...rest])
  const areas = [...new Set(subjects.map(([area]) => area))]
  await run(
    `insert into academic_areas (school_id, id, name, position)
     select $1::uuid, uuidv7(), name, position from unnest($2::text[]) with ordinality as a(name, position)`,
    areas,
  )
  await run(
    `insert into subject_catalog (school_id, id, area_id, code, name, position)
     select $1::uuid, uuidv7(), a.id, 'M' || s.position, s.name, s.position
       from unnest($2::text[], $3::text[]) with ordinality as s(area, name, position)
       join academic_areas a on a.school_id = $1 and a.name = s.area`,
    subjects.map(([area]) => area),
    subjects.map(([, subject]) => subject),
  )
  await run(`insert into study_plans (school_id, id, school_year_id, name, status)
     select school_id, uuidv7(), id, 'Plan de estudios ' || name, 'approved' from school_years where school_id = $1 and status = 'active'`)
  await run(
    `insert into study_plan_items (school_id, id, study_plan_id, subject_id, grade_level, weekly_hours, position)
     select p.school_id, uuidv7(), p.id, s.id, g.grade_level, h.hours, s.position
       from study_plans p join subject_catalog s on s.school_id = p.school_id
       join unnest($2::text[], $3::numeric[]) as h(name, hours) on h.name = s.name
       join (select distinct grade_level from enrollments where school_id = $1) g on true
      where p.school_id = $1`,
    subjects.map(([, subject]) => subject),
    subjects.map(([, , hours]) => hours),
  )
  await run(`insert into class_groups (school_id, id, school_year_id, study_plan_id, grade_level, code, capacity)
     select e.school_id, uuidv7(), e.school_year_id, p.id, e.grade_level, e.group_code, 40
       from (select distinct school_id, school_year_id, grade_level, group_code from enrollments
              where school_id = $1 and group_code is not null) e
       join study_plans p on p.school_id = e.school_id and p.school_year_id = e.school_year_id`)
  await run(`insert into group_placements (school_id, id, class_group_id, enrollment_id, valid_from)
     select e.school_id, uuidv7(), g.id, e.id, y.starts_on from enrollments e
       join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
       join class_groups g on g.school_id = e.school_id and g.school_year_id = e.school_year_id
            and g.grade_level = e.grade_level and g.code = e.group_code
      where e.school_id = $1 and e.status in ('active', 'graduated')`)
  await run(`insert into course_offerings (school_id, id, class_group_id, subject_id, weekly_hours, position)
     select g.school_id, uuidv7(), g.id, i.subject_id, i.weekly_hours, i.position from class_groups g
       join study_plan_items i on i.school_id = g.school_id and i.study_plan_id = g.study_plan_id and i.grade_level = g.grade_level
      where g.school_id = $1`)
  await run(`insert into teacher_assignments (school_id, id, course_offering_id, teacher_id, valid_from)
     select o.school_id, uuidv7(), o.id, t.user_id, current_date
       from (select *, row_number() over (order by id) as n from course_offerings where school_id = $1) o
       join (select user_id, row_number() over (order by user_id) as n, count(*) over () as all from school_memberships
              where school_id = $1 and roles ? 'teacher') t on t.n = o.n % t.all + 1`)
  await run(`insert into course_enrollments (school_id, id, course_offering_id, enrollment_id, valid_from)
     select p.school_id, uuidv7(), o.id, p.enrollment_id, p.valid_from from group_placements p
       join course_offerings o on o.school_id = p.school_id and o.class_group_id = p.class_group_id where p.school_id = $1`)
}
