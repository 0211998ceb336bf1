import type { z } from 'zod'
import { type Fragment, fragment } from '@/lib/platform/db/sql'
import { visibleStudents } from '../policy'
import type { documentsOfStudent, enrollmentsOfStudent } from '../schema'
import type { Reader } from '../sql'

export type StoredStudent = {
  id: string
  version: number
  isActive: boolean
  documentType: string
  documentNumber: string
  firstSurname: string
  secondSurname: string | null
  firstName: string
  secondName: string | null
  fullName: string
  birthDate: string | null
  gender: string | null
  extraData: Record<string, unknown>
  enrollment: unknown
}

const newestEnrollment = fragment`
  select json_build_object('id', e.id, 'yearName', y.name, 'gradeLevel', e.grade_level, 'groupCode', e.group_code,
           'shift', e.shift, 'status', e.status, 'missingCount', e.missing_count) as enrollment
    from enrollments e join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
   where e.school_id = s.school_id and e.student_id = s.id
   order by (y.status = 'active') desc, y.starts_on desc limit 1`

/** One student with the enrollment of the active year, else the latest. */
export async function studentById({ ctx, sql }: Reader, studentId: string): Promise<StoredStudent | undefined> {
  const [row] = await sql<StoredStudent>`
    select s.id, s.version, s.is_active as "isActive", s.document_type as "documentType",
           s.document_number as "documentNumber", s.first_surname as "firstSurname",
           s.second_surname as "secondSurname", s.first_name as "firstName", s.second_name as "secondName",
           s.full_name as "fullName", to_char(s.birth_date, 'YYYY-MM-DD') as "birthDate", s.gender,
           s.extra_data as "extraData", newest.enrollment
      from students s left join lateral (${newestEnrollment}) newest on true
     where s.school_id = ${ctx.schoolId} and s.id = ${studentId}::uuid ${visibleStudents(ctx)}`
  return row
}

/** @returns one student's rows as they were aggregated, null when the person may not see the student */
async function listOf<T>({ ctx, sql }: Reader, studentId: string, items: Fragment): Promise<T[] | null> {
  const [row] = await sql<{ items: T[] }>`
    select (${items}) as items from students s
     where s.school_id = ${ctx.schoolId} and s.id = ${studentId}::uuid ${visibleStudents(ctx)}`
  return row?.items ?? null
}

const moment = (column: Fragment): Fragment =>
  fragment`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

type EnrollmentItem = z.infer<typeof enrollmentsOfStudent>['items'][number]

export const enrollmentsOf = (reader: Reader, studentId: string) =>
  listOf<EnrollmentItem>(
    reader,
    studentId,
    fragment`
      select coalesce(json_agg(json_build_object('id', e.id, 'yearName', y.name, 'yearStatus', y.status, 'kind', e.kind,
               'gradeLevel', e.grade_level, 'groupCode', e.group_code, 'shift', e.shift, 'status', e.status,
               'missingCount', e.missing_count, 'commitmentDueOn', e.commitment_due_on,
               'createdAt', ${moment(fragment`e.created_at`)}) order by y.starts_on desc), '[]')
        from enrollments e join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
       where e.school_id = s.school_id and e.student_id = s.id`,
  )

type DocumentItem = z.infer<typeof documentsOfStudent>['items'][number]

export const documentsOf = (reader: Reader, studentId: string) =>
  listOf<DocumentItem>(
    reader,
    studentId,
    fragment`
      select coalesce(json_agg(json_build_object('id', d.id, 'enrollmentId', e.id, 'yearName', y.name,
               'documentType', d.document_type, 'name', r.name, 'kind', d.kind, 'required', d.required,
               'status', d.status, 'rejectionReason', d.rejection_reason,
               'uploadedAt', ${moment(fragment`d.uploaded_at`)}, 'validatedAt', ${moment(fragment`d.validated_at`)})
               order by y.starts_on desc, d.position, d.document_type), '[]')
        from enrollments e
        join school_years y on y.school_id = e.school_id and y.id = e.school_year_id
        join enrollment_documents d on d.school_id = e.school_id and d.enrollment_id = e.id
        left join required_documents r on r.school_id = d.school_id and r.code = d.document_type
       where e.school_id = s.school_id and e.student_id = s.id`,
  )
