import { type Fragment, fragment } from '@/lib/platform/db/sql'
import type { IsoDay } from '@/lib/shared/dates'
import type { Reader } from '../sql'

export type FigureRow = {
  placed: number
  places: number | null
  waiting: number
  oldest: string | null
  withdrawn: number
  withdrawnBefore: number
  sent: number
  sentBefore: number
  rolls: number
  rollsBefore: number
  there: number
  listed: number
  thereBefore: number
  listedBefore: number
  /** The two newest periods with results in the active year, the newest first: how many students failed something, of how many. */
  periods: { name: string; failing: number; students: number }[]
}

const lastWeek = (at: Fragment): Fragment => fragment`${at} > now() - interval '7 days'`
const weekBefore = (at: Fragment): Fragment =>
  fragment`${at} <= now() - interval '7 days' and ${at} > now() - interval '14 days'`

/** All figures in one statement. @param day today */
export async function readRow({ ctx: { schoolId }, sql }: Reader, day: IsoDay): Promise<FigureRow> {
  const [moved, made] = [fragment`(step ->> 'changed_at')::timestamptz`, fragment`f.created_at`]
  const [row] = await sql<FigureRow>`
    with seats as (
      select sum(g.capacity)::int as places, sum((select count(*) from group_placements p
               where p.school_id = g.school_id and p.class_group_id = g.id and p.valid_from <= ${day}::date
                 and (p.valid_to is null or p.valid_to >= ${day}::date)))::int as placed
        from class_groups g join school_years y on y.school_id = g.school_id and y.id = g.school_year_id and y.status = 'active'
       where g.school_id = ${schoolId} and g.is_active
    ), papers as (
      select count(*)::int as waiting, to_char(min(d.uploaded_at), 'YYYY-MM-DD') as oldest from enrollment_documents d
       where d.school_id = ${schoolId} and d.status = 'uploaded' and d.file_id is not null
    ), gone as (
      select count(*) filter (where ${lastWeek(moved)})::int as withdrawn,
             count(*) filter (where ${weekBefore(moved)})::int as "withdrawnBefore"
        from enrollments e cross join lateral jsonb_array_elements(e.status_history) step
       where e.school_id = ${schoolId} and e.status = 'withdrawn' and step ->> 'status' = 'withdrawn'
    ), uploads as (
      select count(*) filter (where ${lastWeek(made)})::int as sent,
             count(*) filter (where ${weekBefore(made)})::int as "sentBefore"
        from document_files f
       where f.school_id = ${schoolId} and f.guardian_id is not null and f.status <> 'expected'
         and f.created_at > now() - interval '14 days'
    ), lists as (
      select count(*) filter (where l.day > ${day}::date - 7)::int as rolls,
             count(*) filter (where l.day <= ${day}::date - 7)::int as "rollsBefore"
        from attendance_lists l
       where l.school_id = ${schoolId} and l.day > ${day}::date - 14 and l.day <= ${day}::date
    ), marks as (
      select count(*) filter (where r.day > ${day}::date - 7 and r.status in ('present', 'late'))::int as there,
             count(*) filter (where r.day > ${day}::date - 7)::int as listed,
             count(*) filter (where r.day <= ${day}::date - 7 and r.status in ('present', 'late'))::int as "thereBefore",
             count(*) filter (where r.day <= ${day}::date - 7)::int as "listedBefore"
        from attendance_records r
       where r.school_id = ${schoolId} and r.day > ${day}::date - 14 and r.day <= ${day}::date
    ), failed as (
      select p.name, p.number, count(distinct r.enrollment_id) filter (where r.level = 'low')::int as failing,
             count(distinct r.enrollment_id)::int as students
        from academic_periods p
        join school_years y on y.school_id = p.school_id and y.id = p.school_year_id and y.status = 'active'
        join course_results r on r.school_id = p.school_id and r.academic_period_id = p.id
       where p.school_id = ${schoolId} and p.status in ('closed', 'published')
       group by p.id, p.name, p.number order by p.number desc limit 2
    )
    select seats.places, coalesce(seats.placed, 0) as placed, papers.*, gone.*, uploads.*, lists.*, marks.*,
           (select coalesce(json_agg(json_build_object('name', f.name, 'failing', f.failing, 'students', f.students)
              order by f.number desc), '[]') from failed f) as periods
      from seats cross join papers cross join gone cross join uploads cross join lists cross join marks`
  return row as FigureRow
}
