import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command, done } from '@/lib/platform/operation'
import { judgeRows, writeRows } from '../kinds/steps'
import { allowKind, importers } from '../policy'
import type { Judged, Written } from '../rules'
import { oneImportInput, writePartInput, writtenPart } from '../schema'
import {
  asRead,
  countRows,
  findBatch,
  readRow,
  replaceRows,
  rowColumns,
  type StoredBatch,
  type StoredRow,
} from '../steps'

/** How many rows a portion has: short enough for one transaction on a slow evening. */
const portion = 100

/** Takes the batch's row: of two workers that run the same job the second finds the rows written. */
async function hold({ db }: CommandCall, batch: StoredBatch): Promise<boolean> {
  const { count } = await db.importBatch.updateMany({
    where: { id: batch.id, status: { in: ['running', 'done'] } },
    data: { fileName: batch.fileName },
  })
  return count > 0
}

async function broughtBy({ db }: CommandCall, batchId: string): Promise<Set<string>> {
  const rows = await db.importRow.findMany({ where: { batchId, outcome: 'created' }, select: { result: true } })
  return new Set(rows.flatMap(({ result }) => (result as { recordId?: string } | null)?.recordId ?? []))
}

const refuseAll = (row: StoredRow, judged: Pick<Judged, 'label'>) =>
  new AppError('not_allowed_now', {
    reason: 'imports.refusal.changedMeanwhile',
    data: { row: row.row, label: judged.label },
  })

/**
 * Writes the next rows of a running import: all of them, or a portion. Each is held against the school once more, so that
 * what changed since the dry run is neither overwritten nor doubled. Rows that were written stay as they are: safe to repeat.
 * @throws AppError not_allowed_now when everything was asked for and one row cannot be written: then none is
 */
export const writePart = command({
  name: 'imports.write',
  permission: importers,
  input: writePartInput,
  output: writtenPart,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const batch = await findBatch(call, input.importId)
    allowKind(ctx, batch.kind)
    if (!(await hold(call, batch))) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notNow' })
    const left = await db.importRow.findMany({
      where: { batchId: batch.id, outcome: null, verdict: { in: ['create', 'update'] }, row: { gt: input.from } },
      orderBy: { row: 'asc' },
      ...(input.scope === 'all' ? {} : { take: portion }),
      select: rowColumns,
    })
    if (left.length === 0) return { next: null, written: 0 }
    const rows = left.map(readRow)
    const read = asRead(batch)
    const judged = await judgeRows(call, read, rows, undefined, await broughtBy(call, batch.id))
    const able = rows.flatMap((row, index) => {
      const now = judged[index]!
      if (input.scope === 'all' && now.verdict === 'error') throw refuseAll(row, now)
      return now.plan && (now.verdict === 'create' || now.verdict === 'update') ? [{ row, plan: now.plan }] : []
    })
    const written = await writeRows(
      call,
      read,
      able.map(({ plan }) => plan),
    )
    const outcomes = new Map<StoredRow, Written>(able.map(({ row }, index) => [row, written[index]!]))
    const next = rows.map((row, index): StoredRow => {
      const now = judged[index]!
      const came = outcomes.get(row)
      if (!came) {
        // Somebody else has brought it in meanwhile, or it cannot be any more.
        const failed = now.verdict === 'error'
        return { ...row, verdict: now.verdict, findings: now.findings, outcome: failed ? 'failed' : 'kept' }
      }
      if (input.scope === 'all' && came.outcome === 'failed') throw refuseAll(row, now)
      const findings = came.findings ?? now.findings
      return {
        ...row,
        findings,
        outcome: came.outcome,
        result: { ids: came.ids ?? null, recordId: came.recordId ?? null },
      }
    })
    await replaceRows(call, batch.id, next)
    const count = [...outcomes.values()].filter(({ outcome }) => outcome !== 'failed').length
    audit({ action: 'import.write', entity: 'import', entityId: batch.id, after: { name: batch.fileName, count } })
    const more = input.scope === 'good' && left.length === portion
    return { next: more ? (left.at(-1)?.row ?? null) : null, written: count }
  },
})

/**
 * Closes an import: done, or, when nothing could be written, back to where it can be repaired.
 */
export const finishImport = command({
  name: 'imports.finish',
  permission: importers,
  input: oneImportInput,
  output: done,
  run: async (call) => {
    const { db, ctx, audit } = call
    const batch = await findBatch(call, call.input.importId)
    allowKind(ctx, batch.kind)
    if (batch.status !== 'running') return { ok: true as const }
    const { outcomes } = await countRows(call, batch.id)
    const wrote = Object.keys(outcomes).length > 0
    const { count } = await db.importBatch.updateMany({
      where: { id: batch.id, status: 'running' },
      data: wrote
        ? { status: 'done', finishedAt: new Date(), version: { increment: 1 } }
        : {
            status: 'checked',
            refusal: { reason: 'imports.refusal.nothingWritten', data: {} },
            version: { increment: 1 },
          },
    })
    if (count > 0)
      audit({
        action: 'import.finish',
        entity: 'import',
        entityId: batch.id,
        after: { name: batch.fileName, ...outcomes },
      })
    return { ok: true as const }
  },
})
