import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { allowKind, importers } from '../policy'
import { oneImportInput } from '../schema'
import { countRows, findBatch, readRow, replaceRows, rowColumns, type StoredRow } from '../steps'
import type { StudentTrace } from '../students/write/steps'
import { takeBackStudents } from './students/steps'

const portion = 100

/**
 * Takes back the next rows of a batch: what nobody has worked on since. The others are marked with the reason and stay.
 * @throws AppError not_allowed_now unless the batch is being taken back
 */
export const undoPart = command({
  name: 'imports.undoPart',
  permission: importers,
  input: oneImportInput,
  output: z.object({ left: z.number() }),
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const batch = await findBatch(call, input.importId)
    allowKind(ctx, batch.kind)
    const { count } = await db.importBatch.updateMany({
      where: { id: batch.id, status: 'undoing' },
      data: { fileName: batch.fileName },
    })
    if (count === 0) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notNow' })
    const open = { batchId: batch.id, outcome: { in: ['created', 'updated'] } }
    // The last ones first: a guardian goes after the children for whom the guardian came.
    const rows = await db.importRow.findMany({
      where: open,
      orderBy: { row: 'desc' },
      take: portion,
      select: rowColumns,
    })
    const items = rows.map(readRow)
    const traces = items.map(({ result }) => (result as { ids: StudentTrace }).ids)
    const kept = await takeBackStudents(call, traces, batch.fileName)
    const next = items.map((row, index): StoredRow => {
      const reason = kept[index]
      if (!reason) return { ...row, outcome: 'undone' }
      const finding = { field: 'documentNumber', value: '', reason, warning: true as const }
      return { ...row, outcome: 'stays', findings: [finding] }
    })
    await replaceRows(call, batch.id, next)
    const gone = next.filter(({ outcome }) => outcome === 'undone').length
    audit({
      action: 'import.takeBack',
      entity: 'import',
      entityId: batch.id,
      after: { name: batch.fileName, count: gone },
    })
    return { left: await db.importRow.count({ where: open }) }
  },
})

/** Closes the taking back of a batch. */
export const finishUndo = command({
  name: 'imports.finishUndo',
  permission: importers,
  input: oneImportInput,
  output: done,
  run: async (call) => {
    const { db, ctx, audit } = call
    const batch = await findBatch(call, call.input.importId)
    allowKind(ctx, batch.kind)
    const { outcomes } = await countRows(call, batch.id)
    if (outcomes.created || outcomes.updated)
      throw new AppError('not_allowed_now', { reason: 'imports.refusal.notNow' })
    const { count } = await db.importBatch.updateMany({
      where: { id: batch.id, status: 'undoing' },
      data: { status: 'undone', undoneAt: new Date(), version: { increment: 1 } },
    })
    if (count > 0)
      audit({
        action: 'import.undone',
        entity: 'import',
        entityId: batch.id,
        after: { name: batch.fileName, ...outcomes },
      })
    return { ok: true as const }
  },
})
