import type { SchoolContext } from '@/lib/platform/context'
import type { Sql } from '@/lib/platform/db/sql'
import type { FormerDocument } from '../judge/rules'

const edited = 'student.update'

/** Numbers that a student of the school carried before: the RC that became a TI leaves its line in the history. */
export function formerDocuments(
  { ctx, sql }: { ctx: SchoolContext; sql: Sql },
  numbers: readonly string[],
): Promise<FormerDocument[]> {
  return sql<FormerDocument>`
    select distinct a.before->>'documentNumber' as number, s.id as "studentId", s.full_name as name
      from audit_log a
      join students s on s.school_id = a.school_id and s.id = a.entity_id
     where a.school_id = ${ctx.schoolId} and a.entity = 'student' and a.action = ${edited}
       and a.before->>'documentNumber' = any(${numbers}) and s.document_number <> a.before->>'documentNumber'`
}
