import { ensureConsentTexts } from '@/lib/domain/families/steps'
import { requiredDocumentsFor } from '@/lib/domain/requirements/rules'
import type { CommandCall } from '@/lib/platform/operation'
import type { IsoDay } from '@/lib/shared/dates'
import { refreshEnrollment } from '../documents/steps'
import { ageFacts } from '../rules'
import { openedEntry } from '../steps'

export type NewEnrollment = {
  studentId: string
  documentType: string
  birthDate: IsoDay | null
  kind: string
  gradeLevel: string
  groupCode: string | null
  shift: string | null
  previousSchool: string | null
}

/**
 * Enrolls many students in one year, each with the papers that the school asks for. Who is enrolled in it already is passed
 * over. The caller holds the year's row.
 * @returns the new enrollments' ids by student
 */
export async function createEnrollmentRows(
  call: CommandCall,
  year: { id: string; name: string; startsOn: IsoDay },
  children: readonly NewEnrollment[],
): Promise<Map<string, string>> {
  const { rows, db, audit } = call
  const list = await db.requiredDocument.findMany({
    where: { isActive: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: { code: true, name: true, help: true, kind: true, required: true, appliesTo: true },
  })
  const asked = children.map((child) => {
    const { kind, gradeLevel, documentType } = child
    const facts = { kind, gradeLevel, documentType, ...ageFacts(child.birthDate, year.startsOn) }
    return { child, papers: requiredDocumentsFor(list, facts) }
  })
  const opened = openedEntry(call)
  const created = await rows.insert<{ id: string; student_id: string }>(
    'enrollments',
    asked.map(({ child, papers }) => ({
      student_id: child.studentId,
      school_year_id: year.id,
      kind: child.kind,
      grade_level: child.gradeLevel,
      group_code: child.groupCode,
      shift: child.shift,
      previous_school: child.previousSchool,
      status_history: [opened],
      missing_count: papers.filter(({ required }) => required).length,
    })),
    { skip: true, returning: ['id', 'student_id'] },
  )
  const ids = new Map(created.map((row) => [row.student_id, row.id]))
  const written = asked.flatMap(({ child, papers }) => {
    const id = ids.get(child.studentId)
    return id ? [{ id, child, papers }] : []
  })
  await rows.insert(
    'enrollment_documents',
    written.flatMap(({ id, papers }) =>
      papers.map(({ code, name, help, kind, required }, position) => ({
        enrollment_id: id,
        document_type: code,
        kind,
        required,
        position,
        metadata: { name, help },
      })),
    ),
  )
  const consents = list.filter(({ kind }) => kind === 'consent').map(({ code }) => code)
  await ensureConsentTexts(call, consents)
  for (const { id, child } of written) {
    const { studentId, documentType: _, birthDate: __, ...placement } = child
    const after = { year: year.name, ...placement }
    audit({ action: 'enrollment.create', entity: 'enrollment', entityId: id, studentId, after })
  }
  // Where nothing is asked for, the enrollment waits for a reviewer from the start.
  for (const { id, papers } of written) if (!papers.some(({ required }) => required)) await refreshEnrollment(call, id)
  return ids
}
