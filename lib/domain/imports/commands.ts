import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { objectSize } from '@/lib/platform/storage'
import { translator } from '@/lib/platform/translator'
import { offerStoredFile } from '../schools/files/steps'
import { columnsOf } from './kinds/steps'
import { allowKind, importers } from './policy'
import { readImport } from './reading/jobs'
import { canAdjust, canRun, canUndo, undoLimit } from './rules'
import { writeImport } from './running/jobs'
import {
  adjustImportInput,
  type ImportSettings,
  importTicket,
  offerImportInput,
  oneImportInput,
  runImportInput,
  startedImport,
} from './schema'
import { findBatch, type StoredBatch } from './steps'
import { undoImportJob } from './undo/jobs'

/**
 * Takes down which file is to be imported, and answers where its bytes may go, for 300 s.
 * @throws AppError not_allowed_now for a kind that this person may not import; not_found, not_allowed_now for a year, course
 * or period that takes nothing, and without room
 */
export const offerImport = command({
  name: 'imports.offer',
  permission: importers,
  input: offerImportInput,
  output: importTicket,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { kind, target, fileName, contentType, size, sha256 } = input
    allowKind(ctx, kind)
    await columnsOf(call, kind, target)
    const file = await offerStoredFile(call, { fileName, contentType, size, sha256, purpose: 'import' })
    const created = { schoolId: ctx.schoolId, fileName, sha256, createdBy: userIdOf(ctx) }
    const { id } = await db.importBatch.create({
      data: { ...created, kind, fileId: file.id, target, settings: { existing: 'keep' } },
      select: { id: true },
    })
    audit({ action: 'import.offer', entity: 'import', entityId: id, after: { kind, name: fileName, size } })
    return { id, ...file.ticket }
  },
})

/** One step of a batch at a time: whoever comes second finds that it was taken. */
async function take(
  call: Pick<CommandCall, 'db'>,
  batch: StoredBatch,
  to: { status: string; settings?: object; version?: number },
): Promise<void> {
  const { version, ...data } = to
  const { count } = await call.db.importBatch.updateMany({
    where: { id: batch.id, status: batch.status, version: version ?? batch.version },
    data: { ...data, refusal: {}, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict', { reason: 'imports.refusal.takenMeanwhile' })
}

/**
 * Reads the file once it has arrived: a dry run, as a job. Asking twice starts it once.
 * @throws AppError in_progress while nothing has arrived; not_allowed_now when it was read already
 */
export const beginImport = command({
  name: 'imports.begin',
  permission: importers,
  input: oneImportInput,
  output: startedImport,
  prepare: async (call) => {
    const batch = await findBatch(call, call.input.importId)
    const file = await call.db.storedFile.findFirst({
      where: { id: batch.fileId },
      select: { objectKey: true, size: true },
    })
    if (batch.status !== 'expected' || !file) return { batch, arrived: false }
    const size = await objectSize(file.objectKey)
    if (size === null) throw new AppError('in_progress', { reason: 'documents.refusal.notArrived' })
    return { batch, arrived: size === Number(file.size) }
  },
  run: async (call) => {
    const { batch, arrived } = call.prepared
    if (batch.status !== 'expected') throw new AppError('not_allowed_now', { reason: 'imports.refusal.readAlready' })
    if (!arrived) throw new AppError('invalid', { field: 'size', reason: 'imports.refusal.otherSize' })
    await take(call, batch, { status: 'reading' })
    await call.db.storedFile.updateMany({ where: { id: batch.fileId }, data: { status: 'ready' } })
    return startReading(call, batch)
  },
})

async function startReading(call: CommandCall, batch: StoredBatch) {
  const t = await translator(call.ctx.locale, 'imports')
  const title = t('job.read', { file: batch.fileName })
  const jobId = await call.enqueue(readImport, { importId: batch.id }, { title: title.slice(0, 200), total: 1 })
  await call.db.importBatch.updateMany({ where: { id: batch.id }, data: { jobId } })
  call.audit({ action: 'import.check', entity: 'import', entityId: batch.id, after: { name: batch.fileName } })
  return { importId: batch.id, jobId, version: batch.version + 1 }
}

/**
 * Says how the file is to be read, and reads it again. Without the columns they are proposed anew where something else
 * than what happens to known records changed. What was repaired stays.
 * @throws AppError conflict; not_allowed_now while it is being read or written, or afterwards
 */
export const adjustImport = command({
  name: 'imports.adjust',
  permission: importers,
  input: adjustImportInput,
  output: startedImport,
  run: async (call) => {
    const { importId, version, ...wanted } = call.input
    const batch = await findBatch(call, importId)
    allowKind(call.ctx, batch.kind)
    if (!canAdjust(batch.status)) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notNow' })
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const reshapes = ['encoding', 'separator', 'headingRow'].some((name) => name in given) && !('columns' in given)
    const { columns, ...rest }: Partial<ImportSettings> = { ...batch.said, ...given }
    await take(call, batch, {
      status: 'reading',
      version,
      settings: { ...rest, ...(reshapes || !columns ? {} : { columns }) },
    })
    return startReading(call, batch)
  },
})

/**
 * Starts writing, as a job: everything or nothing, or the rows that are right. Asking twice starts it once.
 * @throws AppError conflict; not_allowed_now when rows are wrong and all were asked for, or it runs already
 */
export const runImport = command({
  name: 'imports.run',
  permission: importers,
  input: runImportInput,
  output: startedImport,
  run: async (call) => {
    const { db, ctx, input, enqueue, audit } = call
    const batch = await findBatch(call, input.importId)
    allowKind(ctx, batch.kind)
    if (!canRun(batch.status)) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notNow' })
    if (!batch.settings) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notRead' })
    const { missing } = await columnsOf(call, batch.kind, batch.target)
    if (missing(batch.settings.columns).length > 0)
      throw new AppError('not_allowed_now', { reason: 'imports.refusal.columnsMissing' })
    const where = { batchId: batch.id }
    const [wrong, ready] = await Promise.all([
      db.importRow.count({ where: { ...where, verdict: 'error' } }),
      db.importRow.count({ where: { ...where, verdict: { in: ['create', 'update'] } } }),
    ])
    if (input.scope === 'all' && wrong > 0)
      throw new AppError('not_allowed_now', { reason: 'imports.refusal.rowsWrong', data: { count: wrong } })
    if (ready === 0) throw new AppError('not_allowed_now', { reason: 'imports.refusal.nothingToDo' })
    await take(call, batch, { status: 'running', version: input.version })
    const t = await translator(ctx.locale, 'imports')
    const title = t('job.run', { file: batch.fileName }).slice(0, 200)
    const jobId = await enqueue(writeImport, { importId: batch.id, scope: input.scope }, { title })
    await db.importBatch.updateMany({ where: { id: batch.id }, data: { jobId } })
    const after = { name: batch.fileName, scope: input.scope, count: ready }
    audit({ action: 'import.run', entity: 'import', entityId: batch.id, after })
    return { importId: batch.id, jobId, version: batch.version + 1 }
  },
})

/**
 * Takes a batch back, as a job: what nobody has worked on since goes or gets its old values, the rest is listed.
 * @throws AppError not_allowed_now for scores and people, before it ran, and after 30 days
 */
export const undoImport = command({
  name: 'imports.undo',
  permission: importers,
  input: oneImportInput,
  output: startedImport,
  run: async (call) => {
    const { db, ctx, input, enqueue, audit } = call
    const batch = await findBatch(call, input.importId)
    allowKind(ctx, batch.kind)
    const inTime = batch.finishedAt && new Date() < undoLimit(batch.finishedAt)
    if (!canUndo(batch.kind) || batch.status !== 'done' || !inTime)
      throw new AppError('not_allowed_now', { reason: 'imports.refusal.noUndo' })
    await take(call, batch, { status: 'undoing' })
    const t = await translator(ctx.locale, 'imports')
    const title = t('job.undo', { file: batch.fileName }).slice(0, 200)
    const jobId = await enqueue(undoImportJob, { importId: batch.id }, { title })
    await db.importBatch.updateMany({ where: { id: batch.id }, data: { jobId } })
    audit({ action: 'import.undo', entity: 'import', entityId: batch.id, after: { name: batch.fileName } })
    return { importId: batch.id, jobId, version: batch.version + 1 }
  },
})
