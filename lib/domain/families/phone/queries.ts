import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { dateToDay } from '@/lib/shared/dates'
import { naturalName } from '@/lib/shared/names'
import { documentName, requirementNames } from '../../enrollments/documents/queries'
import { progress, readRejection } from '../../enrollments/documents/rules'
import type { DocumentKind, DocumentStatus } from '../../enrollments/documents/schema'
import { openStatuses } from '../../enrollments/rules'
import { brandingSettings } from '../../schools/schema'
import { newestTexts } from '../consents/queries'
import { familyView } from '../schema'

/** This year's child who was never asked for anything has nothing to show here. */
const hasPapers = (enrollment: { status: string; documents: readonly unknown[] }) =>
  enrollment.status !== 'active' || enrollment.documents.length > 0

/** Who has everything accepted comes last. */
const isComplete = ({ progress }: { progress: { total: number; validated: number } }) =>
  progress.validated === progress.total

/** The page of the guardian behind the opened link: own children with an open enrollment, and what each still needs. */
export const readFamily = query({
  name: 'families.read',
  permission: 'family:self',
  input: nothing,
  output: familyView,
  run: async ({ db, ctx }) => {
    if (ctx.actor.kind !== 'guardian') throw new AppError('forbidden')
    const { guardianId, linkId } = ctx.actor
    const [names, texts, settings, guardian, link, enrollments] = await Promise.all([
      requirementNames(db),
      newestTexts(db),
      db.schoolSettings.findFirst({ select: { brandingSettings: true } }),
      db.guardian.findFirst({ where: { id: guardianId }, select: { firstName: true } }),
      db.familyLink.findFirst({ where: { id: linkId }, select: { expiresAt: true } }),
      db.enrollment.findMany({
        where: {
          status: { in: [...openStatuses] },
          schoolYear: { status: { in: ['planning', 'active'] } },
          student: { isActive: true, guardians: { some: { guardianId } } },
        },
        orderBy: [{ student: { birthDate: 'asc' } }, { createdAt: 'asc' }],
        select: {
          id: true,
          gradeLevel: true,
          groupCode: true,
          status: true,
          commitmentDueOn: true,
          schoolYear: { select: { name: true } },
          student: {
            select: { id: true, firstSurname: true, secondSurname: true, firstName: true, secondName: true },
          },
          documents: {
            orderBy: [{ position: 'asc' }, { documentType: 'asc' }],
            select: {
              id: true,
              documentType: true,
              kind: true,
              required: true,
              status: true,
              rejectionReason: true,
              uploadedAt: true,
              metadata: true,
            },
          },
        },
      }),
    ])
    if (!guardian || !link) throw new AppError('link_unavailable')
    const { primaryColor } = brandingSettings.catch({}).parse(settings?.brandingSettings ?? {})
    return {
      school: { name: ctx.school.name, color: primaryColor ?? null },
      guardian,
      expiresAt: link.expiresAt.toISOString(),
      children: enrollments
        .filter(hasPapers)
        .map(({ student, documents, schoolYear, commitmentDueOn, ...enrollment }) => {
          const facts = documents.map((document) => ({
            required: document.required,
            status: document.status as DocumentStatus,
          }))
          return {
            studentId: student.id,
            enrollmentId: enrollment.id,
            name: naturalName(student),
            firstName: student.firstName,
            gradeLevel: enrollment.gradeLevel,
            groupCode: enrollment.groupCode,
            status: enrollment.status,
            yearName: schoolYear.name,
            commitmentDueOn: commitmentDueOn ? dateToDay(commitmentDueOn) : null,
            progress: progress(facts),
            documents: documents
              .map((document) => ({
                id: document.id,
                ...documentName(names, document),
                kind: document.kind as DocumentKind,
                required: document.required,
                status: document.status as DocumentStatus,
                rejection: readRejection(document.rejectionReason),
                sentAt: document.uploadedAt?.toISOString() ?? null,
                text: document.kind === 'consent' ? (texts.get(document.documentType) ?? null) : null,
              }))
              // What has to be done again comes first; the rest keeps its place, so that nothing jumps away when it was sent.
              .sort((a, b) => Number(b.status === 'rejected') - Number(a.status === 'rejected')),
          }
        })
        .sort((a, b) => Number(isComplete(a)) - Number(isComplete(b))),
    }
  },
})
