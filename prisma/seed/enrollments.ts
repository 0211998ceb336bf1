import { documentCounts, readRejection } from '@/lib/domain/enrollments/documents/rules'
import type { DocumentKind } from '@/lib/domain/enrollments/documents/schema'
import { requiredDocumentsFor } from '@/lib/domain/requirements/rules'
import { dayOf, dayToDate } from '@/lib/shared/dates'
import { gradePrefix } from '@/lib/shared/grades'
import { type Journey, makeJourney, type Paper, type PaperState, type Story } from './journey'
import { makePaper } from './papers'
import type { Random } from './random'
import type { PlacedStudent, SchoolRows } from './rows'
import type { DemoYear } from './years'

export type Requirement = {
  code: string
  name: string
  help: string | null
  kind: DocumentKind
  required: boolean
  isActive: boolean
  appliesTo: unknown
}

export type Office = {
  schoolId: string
  rows: SchoolRows
  random: Random
  newId: () => string
  requirements: readonly Requirement[]
  consentTexts: ReadonlyMap<string, { id: string; sha256: string }>
  secretary: { id: string; name: string }
}

export type Opening = {
  student: PlacedStudent
  year: DemoYear
  kind: 'new' | 'returning' | 'transfer'
  gradeLevel: string
  groupCode: string | null
  shift: string
  previousSchool: string | null
  story: Story
  from: Date
  to: Date
  /** Brought into the system when it was long over: its papers are in the school's folders. */
  imported: boolean
  /** The family link over which the papers came, when there is one. */
  linkId: string | null
}

const hex = (random: Random, length: number) => Array.from({ length }, () => random.int(0, 15).toString(16)).join('')

/** An enrollment with its papers, files, consents and history, as the program would have written them. */
export function openEnrollment(office: Office, opening: Opening): void {
  const { rows, schoolId, newId, random, secretary } = office
  const { student, year, story, from, to, kind, gradeLevel, groupCode, shift, previousSchool } = opening
  const guardian = student.guardians[0]!
  const on = dayOf(from) > year.startsOn ? dayOf(from) : year.startsOn
  const asked = requiredDocumentsFor(
    office.requirements.filter(({ isActive }) => isActive && !opening.imported),
    { kind, gradeLevel, documentType: student.documentType, birthDate: student.birthDate, on },
  )
  const travellers = { secretary, guardian: { name: guardian.fullName } }
  const journey = makeJourney(story, asked as Paper[], { from, to }, travellers, random)
  const id = newId()
  rows.enrollments.push({
    schoolId,
    id,
    studentId: student.id,
    schoolYearId: year.id,
    kind,
    gradeLevel,
    groupCode: groupCode && `${gradePrefix(gradeLevel)}-${groupCode}`,
    shift,
    previousSchool,
    status: journey.status,
    statusHistory: journey.history,
    commitmentDueOn: journey.commitmentDueOn ? dayToDate(journey.commitmentDueOn) : null,
    ...documentCounts(journey.papers.map(({ status }, index) => ({ status, required: asked[index]!.required }))),
    version: journey.history.length,
    createdAt: from,
    updatedAt: new Date(journey.history.at(-1)!.changed_at),
  })
  for (const [position, requirement] of asked.entries())
    addPaper(office, opening, { id, position, requirement, state: journey.papers[position]! })
  addHistory(office, student.id, id, journey, { year: year.name, gradeLevel })
}

type Place = { id: string; position: number; requirement: Requirement; state: PaperState }

function addPaper(office: Office, opening: Opening, { id, position, requirement, state }: Place): void {
  const { rows, schoolId, newId, secretary } = office
  const { code, name, help, kind, required } = requirement
  const base = { schoolId, id: newId(), enrollmentId: id, documentType: code, kind, required, position }
  const moments = { status: state.status, uploadedAt: state.uploadedAt, validatedAt: state.decidedAt }
  const metadata = { name, help }
  if (state.status === 'pending') {
    rows.documents.push({ ...base, ...moments, metadata })
  } else if (kind === 'consent') {
    const { sha256 } = addConsent(office, opening, code, state)
    const accepted = { acceptedByGuardianId: opening.student.guardians[0]!.id, documentVersion: 'v1' }
    const at = { uploadedAt: state.uploadedAt, validatedAt: state.uploadedAt }
    rows.documents.push({ ...base, ...moments, ...at, ...accepted, metadata: { ...metadata, sha256 }, version: 2 })
  } else {
    const file = addFile(office, opening, base.id, name, state)
    rows.documents.push({
      ...base,
      ...moments,
      rejectionReason: state.reason,
      fileId: file.id,
      r2ObjectKey: file.objectKey,
      fileName: file.fileName,
      validatedBy: state.status === 'validated' ? secretary.id : null,
      metadata,
      version: state.status === 'uploaded' ? 2 : 3,
    })
  }
}

function addConsent(
  { rows, schoolId, newId, random, consentTexts }: Office,
  opening: Opening,
  code: string,
  state: PaperState,
) {
  const text = consentTexts.get(code)
  if (!text) throw new Error(`no consent text for ${code}`)
  rows.consents.push({
    schoolId,
    id: newId(),
    consentTextId: text.id,
    studentId: opening.student.id,
    guardianId: opening.student.guardians[0]!.id,
    familyLinkId: opening.linkId,
    decision: 'accepted',
    ip: `203.0.113.${random.int(1, 254)}`,
    userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/138.0 Mobile',
    decidedAt: state.uploadedAt!,
  })
  return text
}

/** The file that counts, now and then after one that was not good enough. Keys are random, below the school, as the program makes them. */
function addFile(office: Office, { student }: Opening, documentId: string, title: string, state: PaperState) {
  const { rows, schoolId, newId, random } = office
  const put = (status: 'accepted' | 'superseded', at: Date, reason: string | null) => {
    const blurred = readRejection(reason)?.code === 'blurry'
    const { bytes, contentType, fileName, sha256 } = makePaper(random, title, student, blurred)
    const objectKey = `${schoolId}/${hex(random, 64)}`
    const id = newId()
    rows.objects.push({ key: objectKey, bytes, contentType })
    rows.files.push({
      schoolId,
      id,
      documentId,
      objectKey,
      fileName,
      contentType,
      size: bytes.length,
      sha256,
      status,
      reason,
      guardianId: student.guardians[0]!.id,
      createdAt: at,
      checkedAt: at,
    })
    return { id, objectKey, fileName }
  }
  const at = state.uploadedAt!
  if (state.status === 'uploaded' && random.chance(0.15))
    put('superseded', new Date(at.getTime() - 40 * 3_600_000), 'blurry')
  return put('accepted', at, state.reason)
}

/** The school's history of the enrollment: its opening and every move. */
function addHistory(
  { rows, schoolId, newId, secretary }: Office,
  studentId: string,
  id: string,
  journey: Journey,
  opening: { year: string; gradeLevel: string },
): void {
  const [opened, ...moves] = journey.history
  const line = (at: string, by: { changed_by: string | null; changed_by_name?: string }) => ({
    schoolId,
    id: newId(),
    at: new Date(at),
    actorKind: by.changed_by ? 'user' : 'guardian',
    actorId: by.changed_by,
    actorName: by.changed_by_name ?? secretary.name,
    entity: 'enrollment',
    entityId: id,
    studentId,
    requestId: 'demo',
  })
  rows.audit.push({
    ...line(opened!.changed_at, opened!),
    action: 'enrollment.create',
    after: { ...opening, status: opened!.status },
  })
  for (const [index, move] of moves.entries())
    rows.audit.push({
      ...line(move.changed_at, move),
      action: 'enrollment.move',
      before: { status: journey.history[index]!.status },
      after: { status: move.status },
      reason: move.reason,
    })
}
