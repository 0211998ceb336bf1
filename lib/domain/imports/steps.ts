import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import type { Batch } from './kinds/steps'
import { visibleImports } from './policy'
import type { Finding } from './rules'
import type { ImportKind, ImportSettings, ImportStatus, ImportTarget, Verdict } from './schema'

export const batchColumns = {
  id: true,
  kind: true,
  fileId: true,
  fileName: true,
  sha256: true,
  status: true,
  target: true,
  settings: true,
  headings: true,
  layout: true,
  refusal: true,
  jobId: true,
  createdAt: true,
  finishedAt: true,
  clearedAt: true,
  counts: true,
  version: true,
  creator: { select: { fullName: true } },
} as const

export type StoredBatch = Awaited<ReturnType<typeof findBatch>>

/** A batch that this person may see. @throws AppError not_found */
export async function findBatch({ db, ctx }: Pick<CommandCall, 'db' | 'ctx'>, importId: string) {
  const row = await db.importBatch.findFirst({ where: { id: importId, ...visibleImports(ctx) }, select: batchColumns })
  if (!row) throw new AppError('not_found')
  return {
    ...row,
    kind: row.kind as ImportKind,
    status: row.status as ImportStatus,
    target: row.target as ImportTarget,
    /** What was said about how to read it; complete once it was read. */
    said: row.settings as Partial<ImportSettings>,
    settings: ('headingRow' in (row.settings as object) && 'columns' in (row.settings as object)
      ? row.settings
      : null) as ImportSettings | null,
    headings: row.headings as string[],
  }
}

export function asRead(batch: StoredBatch): Batch {
  if (!batch.settings) throw new AppError('not_allowed_now', { reason: 'imports.refusal.notRead' })
  return { kind: batch.kind, target: batch.target, settings: batch.settings, headings: batch.headings }
}

export const rowColumns = {
  id: true,
  row: true,
  cells: true,
  key: true,
  label: true,
  verdict: true,
  problems: true,
  repaired: true,
  choice: true,
  outcome: true,
  result: true,
} as const

export type StoredRow = {
  id: string | null
  row: number
  cells: string[]
  key: string | null
  label: string
  verdict: Verdict
  findings: Finding[]
  repaired: boolean
  choice: 'accept' | 'skip' | null
  outcome: string | null
  result: unknown
}

type Row = {
  id: string
  row: number
  cells: unknown
  key: string | null
  label: string
  verdict: string
  problems: unknown
  repaired: boolean
  choice: string | null
  outcome: string | null
  result: unknown
}

export const readRow = ({ problems, ...row }: Row): StoredRow => ({
  ...row,
  cells: row.cells as string[],
  verdict: row.verdict as Verdict,
  choice: row.choice as StoredRow['choice'],
  findings: problems as Finding[],
})

/** Puts rows in the place of those that are there, in two statements however many there are. */
export async function replaceRows(
  { db, rows }: Pick<CommandCall, 'db' | 'rows'>,
  importId: string,
  next: readonly StoredRow[],
  which: 'all' | 'these' = 'these',
): Promise<void> {
  const ids = next.flatMap(({ id }) => id ?? [])
  await db.importRow.deleteMany({ where: { batchId: importId, ...(which === 'all' ? {} : { id: { in: ids } }) } })
  await rows.insert(
    'import_rows',
    next.map((row) => ({
      ...(row.id ? { id: row.id } : {}),
      batch_id: importId,
      row: row.row,
      cells: row.cells,
      key: row.key?.slice(0, 300) ?? null,
      label: row.label.slice(0, 255),
      verdict: row.verdict,
      warned: row.findings.some(({ warning }) => warning),
      problems: row.findings.slice(0, 20),
      repaired: row.repaired,
      choice: row.choice,
      outcome: row.outcome,
      result: row.result ?? null,
    })),
  )
}

/** How many rows there are of each verdict and outcome. */
export async function countRows({ db }: Pick<CommandCall, 'db'>, importId: string) {
  const groups = await db.importRow.groupBy({
    by: ['verdict', 'outcome', 'warned'],
    where: { batchId: importId },
    _count: { id: true },
  })
  const tally = (keyOf: (group: (typeof groups)[number]) => string | null) => {
    const found: Record<string, number> = {}
    for (const group of groups) {
      const key = keyOf(group)
      if (key) found[key] = (found[key] ?? 0) + group._count.id
    }
    return found
  }
  return {
    rows: groups.reduce((sum, { _count }) => sum + _count.id, 0),
    verdicts: tally(({ verdict }) => verdict),
    outcomes: tally(({ outcome }) => outcome),
    warned: tally(({ warned }) => (warned ? 'yes' : null)).yes ?? 0,
  }
}
