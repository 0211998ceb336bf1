import { AppError } from '@/lib/platform/errors'
import { olderThan } from '@/lib/platform/older-than'
import { query } from '@/lib/platform/operation'
import { encodeCursor } from '@/lib/shared/cursor'
import { columnsOf, type ReadCall } from './kinds/steps'
import { allowKind, importers, visibleImports } from './policy'
import { sentences } from './rows/steps'
import { canUndo, undoLimit } from './rules'
import {
  type ImportDetail,
  type ImportSummary,
  importCounts,
  importDetail,
  importFile,
  importPage,
  importTemplateInput,
  listImportsInput,
  oneImportInput,
} from './schema'
import { countRows, findBatch, type StoredBatch } from './steps'
import { templateFile } from './template/export'

const summary = {
  id: true,
  kind: true,
  fileName: true,
  status: true,
  createdAt: true,
  creator: { select: { fullName: true } },
} as const
type Row = {
  id: string
  kind: string
  fileName: string
  status: string
  createdAt: Date
  creator: { fullName: string } | null
}
const summed = ({ id, kind, fileName, status, creator, createdAt }: Row): ImportSummary =>
  ({
    id,
    kind,
    fileName,
    status,
    createdAt: createdAt.toISOString(),
    createdBy: creator?.fullName ?? null,
  }) as ImportSummary

/** What was imported, the newest first: of each kind that this person may import. */
export const listImports = query({
  name: 'imports.list',
  permission: importers,
  input: listImportsInput,
  output: importPage,
  run: async ({ db, ctx, input: { kind, cursor, limit } }) => {
    const rows = await db.importBatch.findMany({
      where: {
        AND: [visibleImports(ctx), olderThan('createdAt', cursor)],
        status: { not: 'expected' },
        ...(kind ? { kind } : {}),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: summary,
    })
    const items = rows.slice(0, limit).map(summed)
    const last = items.at(-1)
    return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null }
  },
})

/** What the columns can be; nothing once the year, course or period takes nothing any more. */
async function fieldsOf(call: ReadCall, batch: StoredBatch): Promise<Pick<ImportDetail, 'fields' | 'missing'>> {
  try {
    const { fields, missing, label } = await columnsOf(call, batch.kind, batch.target)
    return {
      fields: fields.map(({ name, required = false }) => ({ name, required, label: label(name) })),
      missing: batch.settings ? missing(batch.settings.columns).map(label) : [],
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    return { fields: [], missing: [] }
  }
}

async function placeOf({ db }: ReadCall, { target }: StoredBatch): Promise<ImportDetail['target']> {
  const { schoolYearId = null, courseId, periodId } = target
  const [year, course, period] = await Promise.all([
    schoolYearId ? db.schoolYear.findFirst({ where: { id: schoolYearId }, select: { name: true } }) : null,
    courseId
      ? db.courseOffering.findFirst({
          where: { id: courseId },
          select: { subject: { select: { name: true } }, classGroup: { select: { code: true } } },
        })
      : null,
    periodId ? db.academicPeriod.findFirst({ where: { id: periodId }, select: { name: true } }) : null,
  ])
  const place = [course && `${course.subject.name} ${course.classGroup.code}`, period?.name].filter(Boolean).join(' · ')
  return { schoolYearId, year: year?.name ?? null, place: place || null }
}

/** One import: how it is read, how many rows are right, and what can be done. */
export const getImport = query({
  name: 'imports.read',
  permission: importers,
  input: oneImportInput,
  output: importDetail,
  run: async (call) => {
    const { db, ctx } = call
    const batch = await findBatch(call, call.input.importId)
    const [counts, described, target, earlier, say] = await Promise.all([
      batch.clearedAt ? importCounts.parse(batch.counts) : countRows(call, batch.id),
      fieldsOf(call, batch),
      placeOf(call, batch),
      db.importBatch.findFirst({
        where: {
          AND: [visibleImports(ctx)],
          kind: batch.kind,
          sha256: batch.sha256,
          id: { not: batch.id },
          createdAt: { lt: batch.createdAt },
          status: { in: ['running', 'done', 'undone'] },
        },
        orderBy: { createdAt: 'desc' },
        select: summary,
      }),
      sentences(ctx),
    ])
    const refusal = batch.refusal as { reason?: string; data?: Record<string, string> } | null
    const limit = batch.finishedAt && undoLimit(batch.finishedAt)
    const undoable = canUndo(batch.kind) && batch.status === 'done' && limit && limit > new Date()
    return {
      ...summed(batch),
      version: batch.version,
      target,
      settings: batch.settings,
      headings: batch.headings,
      ...described,
      counts,
      refusal: refusal?.reason ? say({ reason: refusal.reason, data: refusal.data ?? {} }) : null,
      jobId: batch.jobId,
      earlier: earlier && {
        id: earlier.id,
        at: earlier.createdAt.toISOString(),
        by: earlier.creator?.fullName ?? null,
        status: earlier.status as ImportDetail['status'],
      },
      undoUntil: undoable ? limit.toISOString() : null,
      finishedAt: batch.finishedAt?.toISOString() ?? null,
      clearedAt: batch.clearedAt?.toISOString() ?? null,
    }
  },
})

/** An empty file with the headings, and a row that shows how. */
export const importTemplateFile = query({
  name: 'imports.template',
  permission: importers,
  input: importTemplateInput,
  output: importFile,
  run: async (call) => {
    allowKind(call.ctx, call.input.kind)
    return templateFile(call, call.input)
  },
})
