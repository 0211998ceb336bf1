import type { IsoDay } from '@/lib/shared/dates'
import { visibleStudents } from '../../students/policy'
import type { Reader } from '../sql'

/** The enrollment that a student has on a day, if this person may see the student. */
export async function enrollmentOn({ ctx, sql }: Reader, studentId: string, day: IsoDay): Promise<string | null> {
  const [found] = await sql<{ id: string }>`
    select e.id from enrollments e
      join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
      join students s on s.school_id = e.school_id and s.id = e.student_id
     where e.school_id = ${ctx.schoolId} and e.student_id = ${studentId}
       and y.starts_on <= ${day}::date and y.ends_on >= ${day}::date ${visibleStudents(ctx)}
     order by e.status = 'active' desc limit 1`
  return found?.id ?? null
}
