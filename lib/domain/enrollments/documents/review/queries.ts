import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { dateToDay } from '@/lib/shared/dates'
import { gradeOrder } from '@/lib/shared/grades'
import { openStatuses } from '../../rules'
import { openableDocuments } from '../policy'
import { documentName, requirementNames, staffNames } from '../queries'
import { readRejection } from '../rules'
import { reviewQueue, reviewQueueInput } from '../schema'

function after(cursor: string | undefined) {
  if (!cursor) return {}
  const [at, id] = decodeCursor(cursor, 2) ?? []
  const moment = typeof at === 'string' ? new Date(at) : null
  if (!moment || Number.isNaN(moment.getTime()) || typeof id !== 'string')
    throw new AppError('invalid', { fields: { cursor: 'validation.cursor' } })
  return { OR: [{ uploadedAt: { gt: moment } }, { uploadedAt: moment, id: { gt: id } }] }
}

/** What families sent and nobody has looked at, the oldest first, with all that a reviewer compares it with. */
export const readReviewQueue = query({
  name: 'documents.reviewQueue',
  permission: 'read:enrollment',
  input: reviewQueueInput,
  output: reviewQueue,
  run: async ({ db, ctx, input }) => {
    const { yearId, gradeLevel, documentType, cursor, limit } = input
    const open = { status: { in: [...openStatuses] } }
    const place = { ...open, ...(yearId ? { schoolYearId: yearId } : {}), ...(gradeLevel ? { gradeLevel } : {}) }
    const waiting = {
      status: 'uploaded',
      fileId: { not: null },
      uploadedAt: { not: null },
      ...openableDocuments(ctx),
    }
    const where = { AND: [waiting, { enrollment: place }, documentType ? { documentType } : {}] }
    const [names, total, rows, grades, types] = await Promise.all([
      requirementNames(db),
      db.enrollmentDocument.count({ where }),
      db.enrollmentDocument.findMany({
        where: { AND: [where, after(cursor)] },
        orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
        take: limit + 1,
        select: {
          id: true,
          version: true,
          documentType: true,
          required: true,
          metadata: true,
          uploadedAt: true,
          fileId: true,
          files: {
            where: { status: { in: ['accepted', 'superseded'] } },
            orderBy: { createdAt: 'desc' },
            select: {
              id: true,
              fileName: true,
              contentType: true,
              size: true,
              reason: true,
              uploadedBy: true,
              guardian: { select: { fullName: true } },
            },
          },
          enrollment: {
            select: {
              id: true,
              kind: true,
              gradeLevel: true,
              groupCode: true,
              schoolYear: { select: { name: true } },
              student: {
                select: { id: true, fullName: true, documentType: true, documentNumber: true, birthDate: true },
              },
            },
          },
        },
      }),
      db.enrollment.groupBy({
        by: ['gradeLevel'],
        where: { ...open, reviewCount: { gt: 0 } },
        _sum: { reviewCount: true },
      }),
      db.enrollmentDocument.groupBy({
        by: ['documentType'],
        where: { ...waiting, enrollment: open },
        _count: { id: true },
      }),
    ])
    const page = rows.slice(0, limit)
    const staff = await staffNames(
      db,
      page.flatMap((row) => row.files.map((file) => file.uploadedBy)),
    )
    const last = page.at(-1)
    return {
      total,
      nextCursor:
        rows.length > limit && last?.uploadedAt ? encodeCursor([last.uploadedAt.toISOString(), last.id]) : null,
      items: page.flatMap(({ enrollment, files, ...document }) => {
        const file = files.find(({ id }) => id === document.fileId)
        if (!file || !document.uploadedAt) return []
        const { student } = enrollment
        return {
          documentId: document.id,
          version: document.version,
          enrollmentId: enrollment.id,
          studentId: student.id,
          student: student.fullName,
          identity: { type: student.documentType, number: student.documentNumber },
          birthDate: student.birthDate ? dateToDay(student.birthDate) : null,
          gradeLevel: enrollment.gradeLevel,
          groupCode: enrollment.groupCode,
          yearName: enrollment.schoolYear.name,
          enrollmentKind: enrollment.kind,
          documentType: document.documentType,
          ...documentName(names, document),
          required: document.required,
          uploadedAt: document.uploadedAt.toISOString(),
          sentBy: file.guardian?.fullName ?? staff.get(file.uploadedBy ?? '') ?? null,
          file: { id: file.id, fileName: file.fileName, contentType: file.contentType, size: file.size },
          earlier: files.flatMap(({ id, reason }) => (id === file.id ? [] : (readRejection(reason) ?? []))),
        }
      }),
      grades: grades
        .map((grade) => ({ gradeLevel: grade.gradeLevel, count: grade._sum.reviewCount ?? 0 }))
        .sort((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel)),
      types: types.map((type) => ({
        documentType: type.documentType,
        name: names.get(type.documentType)?.name ?? type.documentType,
        count: type._count.id,
      })),
    }
  },
})
