import { database } from '@/lib/platform/db/client'
import { addStudent } from './family'
import { newId } from './ids'
import type { TestSchool } from './school'

export type EnrollmentStatus = 'pending_documents' | 'in_review' | 'active' | 'graduated' | 'withdrawn'
export type DocumentStatus = 'pending' | 'uploaded' | 'validated' | 'rejected'

export type EnrollmentOverrides = {
  studentId?: string
  yearId?: string
  kind?: 'new' | 'returning' | 'transfer'
  gradeLevel?: string
  groupCode?: string | null
  shift?: string | null
  status?: EnrollmentStatus
  /** State of each document by code; what is not named is pending. Files are put with `putFile`. */
  documents?: Record<string, DocumentStatus>
}

/** An enrollment with its documents (all that the school asks for) and the counters that follow from them. */
export async function addEnrollment(school: TestSchool, over: EnrollmentOverrides = {}) {
  const { prisma } = database()
  const { kind = 'new', gradeLevel = '5', groupCode = 'A', shift = 'morning', documents = {} } = over
  const status = over.status ?? 'pending_documents'
  const studentId = over.studentId ?? (await addStudent(school)).id
  const id = newId()
  await prisma.enrollment.create({
    data: {
      schoolId: school.id,
      id,
      studentId,
      schoolYearId: over.yearId ?? school.yearId,
      kind,
      gradeLevel,
      groupCode,
      shift,
      status,
      statusHistory: [
        { status, changed_at: new Date().toISOString(), changed_by: school.members.secretary.userId, reason: null },
      ],
    },
  })
  const asked = await prisma.requiredDocument.findMany({
    where: { schoolId: school.id, isActive: true },
    orderBy: { position: 'asc' },
  })
  await prisma.enrollmentDocument.createMany({
    data: asked.map((requirement) => ({
      schoolId: school.id,
      id: newId(),
      enrollmentId: id,
      documentType: requirement.code,
      kind: requirement.kind,
      required: requirement.required,
      position: requirement.position,
      metadata: { name: requirement.name, help: requirement.help },
      ...stateColumns(documents[requirement.code] ?? 'pending', school.members.secretary.userId),
    })),
  })
  await recount(school, id)
  return readEnrollment(school, id)
}

/** The enrollment with its documents by code. */
export async function readEnrollment(school: { id: string }, id: string) {
  const { documents, ...enrollment } = await database().prisma.enrollment.findFirstOrThrow({
    where: { schoolId: school.id, id },
    include: { documents: { orderBy: { position: 'asc' } } },
  })
  return { ...enrollment, documents: Object.fromEntries(documents.map((row) => [row.documentType, row])) }
}

const stateColumns = (status: DocumentStatus, userId: string) => ({
  status,
  uploadedAt: status === 'pending' ? null : new Date(),
  rejectionReason: status === 'rejected' ? 'No se alcanza a leer.' : null,
  validatedAt: status === 'validated' ? new Date() : null,
  validatedBy: status === 'validated' ? userId : null,
})

/** Writes the counters that follow from the enrollment's documents. */
export async function recount(school: { id: string }, enrollmentId: string): Promise<void> {
  const { prisma } = database()
  const documents = await prisma.enrollmentDocument.findMany({ where: { schoolId: school.id, enrollmentId } })
  await prisma.enrollment.updateMany({
    where: { schoolId: school.id, id: enrollmentId },
    data: {
      missingCount: documents.filter((document) => document.required && document.status !== 'validated').length,
      reviewCount: documents.filter((document) => document.status === 'uploaded').length,
    },
  })
}
