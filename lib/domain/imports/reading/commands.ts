import { createHash } from 'node:crypto'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { readObject } from '@/lib/platform/storage'
import { readSheet } from '@/lib/platform/table-reader'
import { columnsOf, judgeRows, type ReadCall } from '../kinds/steps'
import { importers } from '../policy'
import { type ImportSettings, oneImportInput } from '../schema'
import { findBatch, readRow, replaceRows, rowColumns, type StoredBatch, type StoredRow } from '../steps'
import { bodyRows, findHeadingRow, headingsAt, layoutOf, proposeColumns, usableColumns } from '../table/rules'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** How the newest file with these headings was read: the school need not say it twice. */
async function remembered(
  { db }: ReadCall,
  { id, kind }: StoredBatch,
  layout: string,
): Promise<(string | null)[] | null> {
  const last = await db.importBatch.findFirst({
    where: { kind, layout, id: { not: id }, status: { notIn: ['expected', 'refused', 'reading'] } },
    orderBy: { createdAt: 'desc' },
    select: { settings: true },
  })
  return (last?.settings as Partial<ImportSettings> | undefined)?.columns ?? null
}

/** What somebody typed over the file, by row. */
async function repairs({ db }: ReadCall, importId: string): Promise<Map<number, StoredRow>> {
  const rows = await db.importRow.findMany({
    where: { batchId: importId, OR: [{ repaired: true }, { choice: { not: null } }] },
    select: rowColumns,
  })
  return new Map(rows.map(readRow).map((row) => [row.row, row]))
}

async function read(call: ReadCall, batch: StoredBatch) {
  const file = await call.db.storedFile.findFirst({ where: { id: batch.fileId }, select: { objectKey: true } })
  const bytes = file && (await readObject(file.objectKey))
  if (!bytes) throw new AppError('invalid', { reason: 'imports.refusal.fileGone' })
  const { said } = batch
  const { rows, csv } = await readSheet(Buffer.from(bytes), { encoding: said.encoding, separator: said.separator })
  const { fields, recognise } = await columnsOf(call, batch.kind, batch.target)
  const headingRow = said.headingRow ? said.headingRow - 1 : findHeadingRow(rows, recognise)
  const headings = headingsAt(rows, headingRow, recognise)
  const body = bodyRows(rows, headingRow, headings.length)
  if (body.length === 0) throw new AppError('invalid', { reason: 'table_no_rows' })
  const layout = hashOf(layoutOf(headings))
  const columns = said.columns ?? (await remembered(call, batch, layout)) ?? proposeColumns(headings, recognise)
  const settings: ImportSettings = {
    ...(csv ?? {}),
    headingRow: headingRow + 1,
    columns: usableColumns(columns, headings.length, fields),
    existing: said.existing ?? 'keep',
  }
  const typed = await repairs(call, batch.id)
  const wantedRows = body.map(({ row, cells }) => {
    const mine = typed.get(row)
    const fits = mine && mine.cells.length === cells.length
    return {
      id: null,
      row,
      cells: fits && mine.repaired ? mine.cells : cells,
      choice: fits ? mine.choice : null,
      repaired: fits ? mine.repaired : false,
    }
  })
  const judged = await judgeRows(call, { ...batch, settings, headings }, wantedRows)
  const next = wantedRows.map((row, index): StoredRow => {
    const { verdict, key, label, findings } = judged[index]!
    return { ...row, key, label, verdict, findings, outcome: null, result: null }
  })
  return { headings, layout, settings, next }
}

/**
 * The dry run: reads the file, holds each row against the school and keeps both. A file that cannot be read is refused with
 * the reason. Nothing of the school changes.
 */
export const stageImport = command({
  name: 'imports.stage',
  permission: importers,
  input: oneImportInput,
  output: done,
  prepare: async (call) => {
    const batch = await findBatch(call, call.input.importId)
    if (batch.status !== 'reading') return { batch, found: null, refusal: null }
    try {
      return { batch, found: await read(call, batch), refusal: null }
    } catch (error) {
      // A store that is away is no fault of the file.
      if (!(error instanceof AppError) || error.code === 'unavailable') throw error
      const { reason, data } = error.details
      return { batch, found: null, refusal: { reason: reason ?? error.code, data: data ?? {} } }
    }
  },
  run: async (call) => {
    const { batch, found, refusal } = call.prepared
    if (!found && !refusal) return { ok: true as const }
    const { count } = await call.db.importBatch.updateMany({
      where: { id: batch.id, status: 'reading', version: batch.version },
      data: refusal
        ? { status: 'refused', refusal: refusal as object, version: { increment: 1 } }
        : {
            status: 'checked',
            settings: found?.settings as object,
            headings: found?.headings as string[],
            layout: found?.layout as string,
            version: { increment: 1 },
          },
    })
    // Somebody asked for another reading meanwhile: that one writes.
    if (count === 0) return { ok: true as const }
    if (found) await replaceRows(call, batch.id, found.next, 'all')
    const after = { name: batch.fileName, ...(found ? { rows: found.next.length } : { refused: refusal?.reason }) }
    call.audit({ action: 'import.read', entity: 'import', entityId: batch.id, after })
    return { ok: true as const }
  },
})
