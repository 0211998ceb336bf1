import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { can } from '@/lib/platform/permissions'
import { searchTerms } from '@/lib/shared/search-text'
import { ownCourses } from '../../academics/policy'
import type { FoundRecord } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }

/** Lower case without accents, as the words of a query are. */
const plain = (text: Fragment): Fragment => fragment`translate(lower(${text}), 'áéíóúüñ', 'aeiouun')`

/** Each word stands in the text, blanks and dashes apart: "6a" finds 6-A. */
const matching = (text: Fragment, terms: string[]): Fragment =>
  terms.reduce(
    (before, term) => fragment`${before} and regexp_replace(${plain(text)}, '[^a-z0-9 ]', '', 'g') like ${`%${term}%`}`,
    nothing,
  )

const openYear = fragment`join school_years y on y.school_id = g.school_id and y.id = g.school_year_id
   and y.status in ('planning', 'active')`

/** Groups of the open years: all, or those of the own courses. */
const groups = ({ ctx }: Reader, terms: string[], count: number): Fragment => fragment`
  (select 'group' as kind, g.id, g.code as title, y.name as detail, 1 as place, (y.status <> 'active')::int as later
     from class_groups g ${openYear}
    where g.school_id = ${ctx.schoolId} and g.is_active ${matching(fragment`g.code || ' ' || y.name`, terms)}
      and (${can(ctx.permissions, 'read:students')}::boolean or exists (select 1 from course_offerings o
             where o.school_id = g.school_id and o.class_group_id = g.id and o.is_active ${ownCourses(ctx, undefined, 'read:students')}))
    order by later, g.grade_level::int, g.code limit ${count})`

const courses = ({ ctx }: Reader, terms: string[], count: number): Fragment => fragment`
  (select 'course', o.id, su.name || ' ' || g.code, y.name, 2, (y.status <> 'active')::int
     from course_offerings o
     join class_groups g on g.school_id = o.school_id and g.id = o.class_group_id ${openYear}
     join subject_catalog su on su.school_id = o.school_id and su.id = o.subject_id
    where o.school_id = ${ctx.schoolId} and o.is_active ${ownCourses(ctx)}
      ${matching(fragment`su.name || ' ' || g.code`, terms)}
    order by 6, g.grade_level::int, g.code, su.name limit ${count})`

const staff = ({ ctx }: Reader, terms: string[], count: number): Fragment => fragment`
  (select 'staff', m.id, u.full_name, u.email, 3, (not m.is_active)::int
     from school_memberships m join users u on u.id = m.user_id
    where m.school_id = ${ctx.schoolId} ${can(ctx.permissions, 'manage:users') ? nothing : fragment`and false`}
      ${matching(fragment`u.full_name || ' ' || u.email`, terms)}
    order by 6, u.full_name limit ${count})`

/** By number ("CE-2026-00012", "2026 12") only: people's papers are found through the person. */
const papers = ({ ctx }: Reader, terms: string[], count: number): Fragment => fragment`
  (select 'paper', d.id, d.series || '-' || lpad(d.number::text, 5, '0'), s.full_name, 4, (d.status <> 'valid')::int
     from issued_documents d left join students s on s.school_id = d.school_id and s.id = d.student_id
    where d.school_id = ${ctx.schoolId}
      ${can(ctx.permissions, 'read:enrollment') && /\d/.test(terms.join('')) ? nothing : fragment`and false`}
      ${matching(fragment`d.series || ' ' || lpad(d.number::text, 5, '0')`, terms)}
    order by d.issued_at desc limit ${count})`

/** At most `count` of each kind, groups first. */
export async function recordsNamed(reader: Reader, query: string, count: number): Promise<FoundRecord[]> {
  const terms = searchTerms(query)
  if (terms.length === 0) return []
  return reader.sql<FoundRecord>`
    select kind, id, title, detail from (
      ${groups(reader, terms, count)} union all ${courses(reader, terms, count)}
      union all ${staff(reader, terms, count)} union all ${papers(reader, terms, count)}) found
     order by place, later, title`
}
