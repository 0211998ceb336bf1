import { newestTexts } from '@/lib/domain/families/consents/queries'
import { type EnrollmentFacts, requiredDocumentsFor } from '@/lib/domain/requirements/rules'
import type { Validity } from '@/lib/domain/requirements/schema'
import type { CommandCall } from '@/lib/platform/operation'
import { dayOf, type IsoDay } from '@/lib/shared/dates'
import { documentCounts } from '../rules'
import type { DocumentKind, DocumentStatus } from '../schema'
import { stillCounts } from './rules'

/** A child who is enrolled again, and what decides which papers are asked for. */
export type Returning = EnrollmentFacts & { studentId: string; documentNumber: string }

type Paper = {
  document_type: string
  kind: DocumentKind
  required: boolean
  position: number
  status: DocumentStatus
  file_id: string | null
  file_name: string | null
  uploaded_at: Date | null
  validated_at: Date | null
  validated_by: string | null
  accepted_by_guardian_id: string | null
  document_version: string | null
  metadata: object
}

export type Papers = { rows: Paper[]; carried: number; missingCount: number; reviewCount: number }

const earlierColumns = {
  id: true,
  documentType: true,
  fileId: true,
  fileName: true,
  uploadedAt: true,
  validatedAt: true,
  validatedBy: true,
  acceptedByGuardianId: true,
  documentVersion: true,
  metadata: true,
  enrollmentId: true,
} as const

/** Where a paper that was brought along comes from; stays the first one however many years it goes on. */
export type CarriedFrom = { documentId: string; enrollmentId: string; year: string }
type Metadata = { carriedFrom?: CarriedFrom; identity?: { type: string; number: string } }

/** Two reads by their keys: as one, with the enrollment as a condition, the database goes through every paper of the school. */
async function earlierOf({ db }: Pick<CommandCall, 'db'>, children: readonly Returning[], schoolYearId: string) {
  const before = await db.enrollment.findMany({
    where: {
      studentId: { in: children.map(({ studentId }) => studentId) },
      schoolYearId: { not: schoolYearId },
    },
    select: { id: true, studentId: true, schoolYear: { select: { name: true } } },
  })
  const enrollmentOf = new Map(before.map((enrollment) => [enrollment.id, enrollment]))
  const papers = await db.enrollmentDocument.findMany({
    where: { enrollmentId: { in: [...enrollmentOf.keys()] }, status: 'validated' },
    orderBy: { validatedAt: 'asc' },
    select: earlierColumns,
  })
  return papers.flatMap(({ enrollmentId, ...paper }) => {
    const enrollment = enrollmentOf.get(enrollmentId)
    return enrollment ? [{ ...paper, enrollment }] : []
  })
}
type Earlier = Awaited<ReturnType<typeof earlierOf>>[number]

const pending = {
  status: 'pending' as DocumentStatus,
  file_id: null,
  file_name: null,
  uploaded_at: null,
  validated_at: null,
  validated_by: null,
  accepted_by_guardian_id: null,
  document_version: null,
}

const carriedColumns = (earlier: Earlier) => ({
  status: 'validated' as DocumentStatus,
  file_id: earlier.fileId,
  file_name: earlier.fileName,
  uploaded_at: earlier.uploadedAt,
  validated_at: earlier.validatedAt,
  validated_by: earlier.validatedBy,
  accepted_by_guardian_id: earlier.acceptedByGuardianId,
  document_version: earlier.documentVersion,
})

const originOf = ({ id, enrollment, metadata }: Earlier): CarriedFrom =>
  (metadata as Metadata).carriedFrom ?? {
    documentId: id,
    enrollmentId: enrollment.id,
    year: enrollment.schoolYear.name,
  }

/**
 * The papers of children who are enrolled again, ready to be stored: what the school asks of each, and of those what was
 * validated before and still counts is there already, with the file that it came with.
 */
export async function papersOfReturning(
  call: Pick<CommandCall, 'db'>,
  children: readonly Returning[],
  year: { id: string; startsOn: IsoDay },
): Promise<Map<string, Papers>> {
  const { db } = call
  const [list, texts, found] = await Promise.all([
    db.requiredDocument.findMany({
      where: { isActive: true },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      select: {
        code: true,
        name: true,
        help: true,
        kind: true,
        required: true,
        appliesTo: true,
        validity: true,
        validMonths: true,
      },
    }),
    newestTexts(db),
    earlierOf(call, children, year.id),
  ])
  // The newest of each kind stands last, and so is the one that stays.
  const earlier = new Map(found.map((paper) => [`${paper.enrollment.studentId} ${paper.documentType}`, paper]))
  return new Map(
    children.map((child) => {
      const identity = { type: child.documentType, number: child.documentNumber }
      const rows = requiredDocumentsFor(list, child).map(({ code, name, help, kind, required, ...rule }, position) => {
        const paper = earlier.get(`${child.studentId} ${code}`)
        const text = texts.get(code)
        const counts =
          paper &&
          stillCounts(
            { ...rule, validity: rule.validity as Validity },
            {
              validatedOn: paper.validatedAt && dayOf(paper.validatedAt),
              documentVersion: paper.documentVersion,
              identity: (paper.metadata as Metadata).identity ?? null,
            },
            {
              startsOn: year.startsOn,
              identity,
              birthDate: child.birthDate ?? null,
              textVersion: text ? `v${text.version}` : null,
            },
          )
        return {
          document_type: code,
          kind: kind as DocumentKind,
          required,
          position,
          ...(paper && counts ? carriedColumns(paper) : pending),
          metadata: { name, help, ...(paper && counts ? { carriedFrom: originOf(paper), identity } : {}) },
        }
      })
      const carried = rows.filter(({ status }) => status === 'validated').length
      return [child.studentId, { rows, carried, ...documentCounts(rows) }]
    }),
  )
}

/** Stores the papers of a child whose enrollment has just been opened by hand. */
export async function bringPapers(
  call: Pick<CommandCall, 'db' | 'rows'>,
  enrollmentId: string,
  child: Returning,
  year: { id: string; startsOn: IsoDay },
): Promise<void> {
  const papers = (await papersOfReturning(call, [child], year)).get(child.studentId)
  const rows = (papers?.rows ?? []).map((paper) => ({ enrollment_id: enrollmentId, ...paper }))
  await call.rows.insert('enrollment_documents', rows)
}
