import type { SchoolContext } from '@/lib/platform/context'
import { fragment, type Sql } from '@/lib/platform/db/sql'
import type { FamilyMember, GuardianDetail } from './schema'

type Reader = { ctx: SchoolContext; sql: Sql }

const person = fragment`
  g.version, g.is_active as "isActive", g.full_name as "fullName", g.document_type as "documentType",
  g.document_number as "documentNumber", g.first_surname as "firstSurname", g.second_surname as "secondSurname",
  g.first_name as "firstName", g.second_name as "secondName", g.phone, g.email, g.address, g.occupation, g.workplace`

/** @returns the guardians of a student, first called first; null when the school has no such student */
export async function familyOf({ ctx, sql }: Reader, studentId: string): Promise<FamilyMember[] | null> {
  const rows = await sql<FamilyMember & { guardianId: string | null }>`
    select g.id as "guardianId", ${person}, l.relationship, l.is_primary as "isPrimary", l.priority,
           l.can_pickup as "canPickup", l.is_emergency_contact as "isEmergencyContact"
      from students s
      left join student_guardians l on l.school_id = s.school_id and l.student_id = s.id
      left join guardians g on g.school_id = l.school_id and g.id = l.guardian_id
     where s.school_id = ${ctx.schoolId} and s.id = ${studentId}::uuid
     order by l.priority, l.created_at`
  return rows.length === 0 ? null : rows.filter((row) => row.guardianId !== null)
}

/** One guardian with the children, each with the enrollment of the active year, else the latest. */
export async function guardianById({ ctx, sql }: Reader, guardianId: string): Promise<GuardianDetail | undefined> {
  const [row] = await sql<GuardianDetail>`
    select g.id, ${person},
           (select coalesce(json_agg(json_build_object('studentId', s.id, 'fullName', s.full_name,
                     'documentType', s.document_type, 'documentNumber', s.document_number, 'isActive', s.is_active,
                     'gradeLevel', e.grade_level, 'groupCode', e.group_code, 'status', e.status,
                     'missingCount', e.missing_count, 'relationship', l.relationship, 'isPrimary', l.is_primary,
                     'priority', l.priority, 'canPickup', l.can_pickup,
                     'isEmergencyContact', l.is_emergency_contact) order by s.full_name), '[]')
              from student_guardians l
              join students s on s.school_id = l.school_id and s.id = l.student_id
              left join lateral (
                select n.* from enrollments n
                  join school_years y on y.school_id = n.school_id and y.id = n.school_year_id
                 where n.school_id = s.school_id and n.student_id = s.id
                 order by (y.status = 'active') desc, y.starts_on desc limit 1) e on true
             where l.school_id = g.school_id and l.guardian_id = g.id) as children
      from guardians g where g.school_id = ${ctx.schoolId} and g.id = ${guardianId}::uuid`
  return row
}
