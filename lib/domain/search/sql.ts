import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { can } from '@/lib/platform/permissions'
import { searchTerms } from '@/lib/shared/search-text'
import { visibleStudents } from '../students/policy'
import type { FoundPerson } from './schema'

/** Who is here comes before who left, an exact number first, then names that begin with what was typed. */
const best = (person: Fragment, terms: string[]): Fragment => {
  const whole = terms.join(' ')
  return fragment`${person}.is_active desc, (lower(${person}.document_number) = ${whole}) desc,
    (${person}.search_text like ${`${whole}%`}) desc, ${person}.full_name, ${person}.id`
}

const matching = (person: Fragment, terms: string[]): Fragment =>
  terms.reduce((before, term) => fragment`${before} and ${person}.search_text like ${`%${term}%`}`, nothing)

/** At most `count` students and as many guardians, the best matches first, students before guardians. */
export async function peopleNamed(
  { ctx, sql }: { ctx: SchoolContext; sql: Sql },
  query: string,
  count: number,
): Promise<FoundPerson[]> {
  const terms = searchTerms(query)
  if (terms.length === 0) return []
  const seesGuardians = can(ctx.permissions, 'read:students')
  const [student, guardian] = [fragment`s`, fragment`g`]
  return sql<FoundPerson>`select * from (
    (select 'student' as kind, s.id, s.full_name as "fullName", s.document_type as "documentType",
            s.document_number as "documentNumber", s.is_active as "isActive", e.grade_level as "gradeLevel",
            e.group_code as "groupCode", null as children
       from (select s.* from students s
              where s.school_id = ${ctx.schoolId} ${visibleStudents(ctx)} ${matching(student, terms)}
              order by ${best(student, terms)} limit ${count}) s
       left join enrollments e on e.school_id = s.school_id and e.student_id = s.id and e.school_year_id =
            (select y.id from school_years y where y.school_id = ${ctx.schoolId}
              order by (y.status = 'active') desc, y.starts_on desc limit 1)
      order by ${best(student, terms)})
    union all
    (select 'guardian', g.id, g.full_name, g.document_type, g.document_number, g.is_active, null, null,
            (select string_agg(concat_ws(' ', c.first_name, c.first_surname), ', ' order by c.full_name)
               from student_guardians l join students c on c.school_id = l.school_id and c.id = l.student_id
              where l.school_id = g.school_id and l.guardian_id = g.id)
       from (select g.* from guardians g
              where g.school_id = ${ctx.schoolId} ${seesGuardians ? nothing : fragment`and false`} ${matching(guardian, terms)}
              order by ${best(guardian, terms)} limit ${count}) g
      order by ${best(guardian, terms)})) found`
}
