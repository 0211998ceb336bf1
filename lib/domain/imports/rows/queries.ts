import { query } from '@/lib/platform/operation'
import { importers } from '../policy'
import { importFile, importRows, listRowsInput, oneImportInput, type rowFilters } from '../schema'
import { findBatch, readRow, rowColumns } from '../steps'
import { failuresFile } from './export'
import { showRows } from './steps'

const filters: Record<(typeof rowFilters)[number], object> = {
  error: { verdict: 'error', outcome: null },
  warned: { warned: true },
  create: { verdict: 'create' },
  update: { verdict: 'update' },
  same: { verdict: 'same' },
  keep: { verdict: 'keep' },
  skip: { verdict: 'skip' },
  failed: { outcome: 'failed' },
  stays: { outcome: 'stays' },
}

/** Rows of a file in their order, with what is wrong with each and what became of it. */
export const listImportRows = query({
  name: 'imports.rows',
  permission: importers,
  input: listRowsInput,
  output: importRows,
  run: async (call) => {
    const { importId, show, after, limit } = call.input
    const [batch, rows] = await Promise.all([
      findBatch(call, importId),
      call.db.importRow.findMany({
        where: { batchId: importId, row: { gt: after }, ...(show ? filters[show] : {}) },
        orderBy: { row: 'asc' },
        take: limit + 1,
        select: rowColumns,
      }),
    ])
    const items = rows.slice(0, limit).map(readRow)
    const next = rows.length > limit ? (items.at(-1)?.row ?? null) : null
    return { items: await showRows(call.ctx, batch, items), next }
  },
})

/** The rows that cannot be imported, as they stand, with a column that says why: to be mended in a spreadsheet. */
export const importFailures = query({
  name: 'imports.failures',
  permission: importers,
  input: oneImportInput,
  output: importFile,
  run: async (call) => {
    const batch = await findBatch(call, call.input.importId)
    const rows = await call.db.importRow.findMany({
      where: { batchId: batch.id, OR: [{ verdict: 'error' }, { outcome: 'failed' }] },
      orderBy: { row: 'asc' },
      select: rowColumns,
    })
    return failuresFile(call.ctx, batch, await showRows(call.ctx, batch, rows.map(readRow)))
  },
})
