import type { Client } from 'pg'

/** A class of the size that is measured: what it is made of, and in which period it is marked. */
export type ClassSize = {
  code: string
  students: number
  subjects: number
  activities: number
  status: 'open' | 'published'
}
export type BenchClass = {
  classGroupId: string
  periodId: string
  courseIds: string[]
  activityIds: string[]
  enrollmentIds: string[]
}

/** No other group has as many places: it marks the groups that are made here. */
const capacity = 51

/** A group with its children, courses, activities and a score in every cell, made of children whom the school has already and no other such group. */
export async function addClass(client: Client, schoolId: string, size: ClassSize): Promise<BenchClass> {
  const { code, students, subjects, activities, status } = size
  const ids = async (text: string, ...rest: unknown[]): Promise<string[]> =>
    (await client.query<{ id: string }>(text, [schoolId, ...rest])).rows.map(({ id }) => id)
  const one = async (text: string, ...rest: unknown[]): Promise<string> => (await ids(text, ...rest))[0]!
  const periodId = await one(
    `select p.id from academic_periods p join school_years y on y.school_id = p.school_id and y.id = p.school_year_id
      where p.school_id = $1 and y.status = 'active' and p.status = $2 order by p.number limit 1`,
    status,
  )
  const classGroupId = await one(
    `insert into class_groups (school_id, id, school_year_id, grade_level, code, capacity)
     select $1::uuid, uuidv7(), school_year_id, '6', $3, ${capacity} from academic_periods where school_id = $1 and id = $2 returning id`,
    periodId,
    code,
  )
  const enrollmentIds = await ids(
    `select e.id from enrollments e join class_groups g on g.school_id = e.school_id and g.school_year_id = e.school_year_id
      where e.school_id = $1 and g.id = $2 and e.status = 'active' and not exists (
        select 1 from group_placements p join class_groups m on m.school_id = p.school_id and m.id = p.class_group_id
         where p.school_id = e.school_id and p.enrollment_id = e.id and m.capacity = ${capacity})
      order by e.id limit $3`,
    classGroupId,
    students,
  )
  // They leave the groups and courses that the demo has put them into.
  for (const table of ['group_placements', 'course_enrollments'])
    await client.query(`delete from ${table} where school_id = $1 and enrollment_id = any($2)`, [
      schoolId,
      enrollmentIds,
    ])
  await client.query(
    `insert into group_placements (school_id, id, class_group_id, enrollment_id, valid_from)
     select g.school_id, uuidv7(), g.id, unnest($3::uuid[]), y.starts_on
       from class_groups g join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
      where g.school_id = $1 and g.id = $2`,
    [schoolId, classGroupId, enrollmentIds],
  )
  const courseIds = await ids(
    `insert into course_offerings (school_id, id, class_group_id, subject_id, weekly_hours, position)
     select s.school_id, uuidv7(), $2, s.id, 3, s.position from subject_catalog s
      where s.school_id = $1 and s.assessment = 'numeric' order by s.position, s.id limit $3 returning id`,
    classGroupId,
    subjects,
  )
  await client.query(
    `insert into course_enrollments (school_id, id, course_offering_id, enrollment_id, valid_from)
     select p.school_id, uuidv7(), o.id, p.enrollment_id, p.valid_from from group_placements p
       join course_offerings o on o.school_id = p.school_id and o.class_group_id = p.class_group_id
      where p.school_id = $1 and p.class_group_id = $2`,
    [schoolId, classGroupId],
  )
  const activityIds = await ids(
    `insert into evaluation_activities (school_id, id, course_offering_id, academic_period_id, title, weight, position)
     select o.school_id, uuidv7(), o.id, $3, 'Actividad ' || n, round(100.0 / $4, 2), n
       from course_offerings o, generate_series(1, $4::int) n where o.school_id = $1 and o.class_group_id = $2
      order by o.id, n returning id`,
    classGroupId,
    periodId,
    activities,
  )
  await client.query(
    `insert into activity_scores (school_id, id, activity_id, enrollment_id, status, score)
     select a.school_id, uuidv7(), a.id, m.enrollment_id, 'scored', round((1 + random() * 4)::numeric, 1)
       from evaluation_activities a
       join course_enrollments m on m.school_id = a.school_id and m.course_offering_id = a.course_offering_id
      where a.school_id = $1 and a.id = any($2)`,
    [schoolId, activityIds],
  )
  return { classGroupId, periodId, courseIds, activityIds, enrollmentIds }
}
