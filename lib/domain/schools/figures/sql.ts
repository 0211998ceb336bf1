import { type Sql, schoolSql } from '@/lib/platform/db/sql'

type Totals = { students: number; people: number; activity: Date | null }
type ByGrade = { gradeLevel: string; status: string; n: number }
type Papers = { enrollments: number; missing: number; review: number }
type ByMonth = { month: string; present: number; total: number }
type Level = { period: string; level: string; n: number }

/** One year's enrollments: of the active year, else of the one that is planned. */
async function enrollmentOf(sql: Sql, schoolId: string) {
  const [year] = await sql<{ id: string; name: string }>`
    select id, name from school_years where school_id = ${schoolId} and status in ('active', 'planning')
     order by status, starts_on desc limit 1`
  if (!year) return { year: null, rows: [], papers: undefined }
  const [rows, [papers]] = await Promise.all([
    sql<ByGrade>`
      select grade_level as "gradeLevel", status, count(*)::int as n from enrollments
       where school_id = ${schoolId} and school_year_id = ${year.id} group by 1, 2`,
    sql<Papers>`
      select count(*) filter (where missing_count > 0)::int as enrollments, coalesce(sum(missing_count), 0)::int as missing,
             coalesce(sum(review_count), 0)::int as review from enrollments
       where school_id = ${schoolId} and status in ('pending_documents', 'in_review', 'active')`,
  ])
  return { year: year.name, rows, papers }
}

/** What a job counts in one school: a handful of statements over its indexes, each of this school alone. */
export async function countSchool(schoolId: string, today: string) {
  const sql = schoolSql(schoolId)
  const [[totals], enrollment, attendance, levels, growth] = await Promise.all([
    sql<Totals>`
      select (select count(*)::int from students where school_id = ${schoolId} and is_active) as students,
             (select count(*)::int from school_memberships where school_id = ${schoolId} and is_active) as people,
             (select max(at) from audit_log where school_id = ${schoolId}) as activity`,
    enrollmentOf(sql, schoolId),
    sql<ByMonth>`
      select to_char(day, 'YYYY-MM') as month, count(*) filter (where status in ('present', 'late'))::int as present,
             count(*)::int as total from attendance_records
       where school_id = ${schoolId} and day > ${today}::date - interval '12 months' group by 1 order by 1`,
    sql<Level>`
      select p.name as period, r.level, count(*)::int as n from course_results r
        join academic_periods p on p.school_id = r.school_id and p.id = r.academic_period_id
       where r.school_id = ${schoolId} and r.level is not null and p.id = (
         select q.id from academic_periods q where q.school_id = ${schoolId} and exists (
           select from course_results o where o.school_id = ${schoolId} and o.academic_period_id = q.id)
          order by q.ends_on desc limit 1)
       group by 1, 2`,
    sql<{ month: string; students: number }>`
      select to_char(created_at at time zone 'America/Bogota', 'YYYY-MM') as month, count(*)::int as students from students
       where school_id = ${schoolId} group by 1 order by 1`,
  ])
  return { totals, enrollment, attendance, levels, growth }
}
