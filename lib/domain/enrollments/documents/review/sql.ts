import type { SchoolContext } from '@/lib/platform/context'
import { type Fragment, fragment, nothing, type Sql } from '@/lib/platform/db/sql'
import { openStatuses } from '../../rules'
import { hiddenDocumentTypes } from '../policy'

type Reader = { ctx: SchoolContext; sql: Sql }

export type QueueFilter = { yearId?: string; gradeLevel?: string; documentType?: string }
export type QueueKey = { uploadedAt: Date; id: string }

export type QueueFile = {
  id: string
  fileName: string
  contentType: string
  size: number
  reason: string | null
  sentBy: string | null
}

export type QueueRow = {
  documentId: string
  version: number
  documentType: string
  required: boolean
  metadata: unknown
  uploadedAt: string
  fileId: string
  enrollmentId: string
  enrollmentKind: string
  gradeLevel: string
  groupCode: string | null
  yearName: string
  studentId: string
  student: string
  identityType: string
  identityNumber: string
  birthDate: string | null
  files: QueueFile[]
}

type Queue = {
  total: number
  rows: QueueRow[]
  grades: { gradeLevel: string; count: number }[]
  types: { documentType: string; count: number }[]
}

const chosen = ({ yearId, gradeLevel, documentType }: QueueFilter): Fragment => fragment`
  ${yearId ? fragment`and w.school_year_id = ${yearId}` : nothing}
  ${gradeLevel ? fragment`and w.grade_level = ${gradeLevel}` : nothing}
  ${documentType ? fragment`and w.document_type = ${documentType}` : nothing}`

/**
 * What waits for a reviewer in one statement: at most `count` documents from the key on, the oldest first, each with its files
 * (the newest first), how many the filter leaves, and how many there are by grade and by kind of document.
 */
export async function queuePage(
  { ctx, sql }: Reader,
  filter: QueueFilter,
  count: number,
  key?: QueueKey,
): Promise<Queue> {
  const { schoolId } = ctx
  const [found] = await sql<Queue>`
    with waiting as (
      select d.id, d.version, d.document_type, d.required, d.metadata, d.uploaded_at, d.file_id, d.enrollment_id,
             e.kind, e.grade_level, e.group_code, e.school_year_id, e.student_id
        from enrollment_documents d join enrollments e on e.school_id = d.school_id and e.id = d.enrollment_id
       where d.school_id = ${schoolId} and d.status = 'uploaded' and d.file_id is not null and d.uploaded_at is not null
         and d.document_type <> all(${hiddenDocumentTypes(ctx)}::text[]) and e.status = any(${[...openStatuses]}::text[])
    ), page as (
      select w.id as "documentId", w.version, w.document_type as "documentType", w.required, w.metadata,
             w.uploaded_at as "uploadedAt", w.file_id as "fileId", w.enrollment_id as "enrollmentId", w.kind as "enrollmentKind",
             w.grade_level as "gradeLevel", w.group_code as "groupCode", y.name as "yearName", s.id as "studentId",
             s.full_name as student, s.document_type as "identityType", s.document_number as "identityNumber",
             to_char(s.birth_date, 'YYYY-MM-DD') as "birthDate", f.files
        from (select * from waiting w
               where true ${chosen(filter)}
                 ${key ? fragment`and (w.uploaded_at, w.id) > (${key.uploadedAt}::timestamptz, ${key.id}::uuid)` : nothing}
               order by w.uploaded_at, w.id limit ${count}) w
        join school_years y on y.school_id = ${schoolId} and y.id = w.school_year_id
        join students s on s.school_id = ${schoolId} and s.id = w.student_id
        cross join lateral (
          select json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'contentType', f.content_type, 'size', f.size,
                   'reason', f.reason, 'sentBy', coalesce(g.full_name, u.full_name)) order by f.created_at desc) as files
            from document_files f
            left join guardians g on g.school_id = f.school_id and g.id = f.guardian_id
            left join users u on u.id = f.uploaded_by
           where f.school_id = ${schoolId} and f.document_id = w.id and f.status in ('accepted', 'superseded')) f
    )
    select (select count(*)::int from waiting w where true ${chosen(filter)}) as total,
           (select coalesce(json_agg(p order by p."uploadedAt", p."documentId"), '[]') from page p) as rows,
           (select coalesce(json_agg(json_build_object('gradeLevel', c.grade_level, 'count', c.count)), '[]')
              from (select w.grade_level, count(*)::int as count from waiting w group by w.grade_level) c) as grades,
           (select coalesce(json_agg(json_build_object('documentType', c.document_type, 'count', c.count)), '[]')
              from (select w.document_type, count(*)::int as count from waiting w group by w.document_type) c) as types`
  return found ?? { total: 0, rows: [], grades: [], types: [] }
}
