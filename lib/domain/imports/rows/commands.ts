import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { judgeRows } from '../kinds/steps'
import { allowKind, importers } from '../policy'
import { repairedRows, repairRowsInput } from '../schema'
import { asRead, findBatch, readRow, replaceRows, rowColumns, type StoredRow } from '../steps'
import { showRows } from './steps'

/**
 * Types over cells of checked rows, or says that a doubtful row is right or is to be left out, and holds just these rows
 * against the school again, with those that had the same document. What is typed is kept with the file.
 * @throws AppError not_found; not_allowed_now unless the file is checked and not yet written
 */
export const repairRows = command({
  name: 'imports.repair',
  permission: importers,
  input: repairRowsInput,
  output: repairedRows,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const batch = await findBatch(call, input.importId)
    allowKind(ctx, batch.kind)
    const { count } = await db.importBatch.updateMany({
      where: { id: batch.id, status: 'checked' },
      data: { version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notNow' })
    const wanted = new Map(input.rows.map((row) => [row.rowId, row]))
    const stored = await db.importRow.findMany({
      where: { batchId: batch.id, id: { in: [...wanted.keys()] } },
      select: rowColumns,
    })
    if (stored.length !== wanted.size) throw new AppError('not_found')
    const own = stored.map(readRow).map((row): StoredRow => {
      const { cells, choice } = wanted.get(row.id ?? '') ?? {}
      const next = row.cells.map((cell, index) => cells?.[String(index)]?.normalize('NFC').trim() ?? cell)
      const typed = next.some((cell, index) => cell !== row.cells[index])
      return {
        ...row,
        cells: next,
        repaired: row.repaired || typed,
        // What was accepted was accepted for what stood there.
        choice:
          choice === undefined
            ? typed && row.choice === 'accept'
              ? null
              : row.choice
            : choice === 'none'
              ? null
              : choice,
      }
    })
    // A row that was the second of its document may be the only one now.
    const keys = own.flatMap(({ key }) => key ?? [])
    const others = await db.importRow.findMany({
      where: { batchId: batch.id, verdict: 'error', key: { in: keys }, id: { notIn: [...wanted.keys()] } },
      select: rowColumns,
    })
    const rows = [...own, ...others.map(readRow)].sort((one, other) => one.row - other.row)
    const touched = new Set(rows.map(({ id }) => id))
    const rest = await db.importRow.findMany({
      where: { batchId: batch.id, key: { not: null }, verdict: { not: 'skip' } },
      select: { id: true, key: true, row: true },
    })
    const before = new Map(rest.flatMap(({ id, key, row }) => (key && !touched.has(id) ? [[key, row] as const] : [])))
    const judged = await judgeRows(call, asRead(batch), rows, before)
    const next = rows.map((row, index): StoredRow => {
      const { verdict, key, label, findings } = judged[index]!
      return { ...row, verdict, key, label, findings }
    })
    await replaceRows(call, batch.id, next)
    const repaired = { name: batch.fileName, count: input.rows.length, rows: own.map(({ row }) => row).slice(0, 20) }
    audit({ action: 'import.repair', entity: 'import', entityId: batch.id, after: repaired })
    return { items: await showRows(ctx, batch, next), version: batch.version + 1 }
  },
})
