import type { SchoolContext } from '@/lib/platform/context'
import { translator } from '@/lib/platform/translator'
import type { Finding } from '../rules'
import type { ImportProblem, ImportRow, Outcome } from '../schema'
import type { StoredBatch, StoredRow } from '../steps'

type Say = { (key: never, values: never): string; has: (key: never) => boolean }

/** Sentences for findings, whose keys come from several nouns. */
export async function sentences(ctx: SchoolContext): Promise<(finding: Pick<Finding, 'reason' | 'data'>) => string> {
  const nouns = ['imports', 'validation', 'identity', 'errors'] as const
  const texts = new Map(
    await Promise.all(
      nouns.map(async (noun) => [noun as string, (await translator(ctx.locale, noun)) as unknown as Say] as const),
    ),
  )
  return ({ reason, data }) => {
    const [noun = '', ...rest] = reason.split('.')
    const say = texts.get(noun)
    const key = rest.join('.') as never
    if (say?.has(key)) return say(key, (data ?? {}) as never)
    const other = texts.get('errors')
    const code = `reason.${reason}` as never
    return other?.has(code) ? other(code, (data ?? {}) as never) : reason
  }
}

const told = (finding: Finding, batch: StoredBatch, say: Awaited<ReturnType<typeof sentences>>): ImportProblem => {
  const column = batch.settings?.columns.indexOf(finding.field) ?? -1
  return {
    column,
    heading: batch.headings[column] ?? '',
    value: finding.value.slice(0, 200),
    message: say(finding),
    warning: finding.warning ?? false,
    acceptable: finding.acceptable ?? false,
    ...(finding.recordId ? { recordId: finding.recordId } : {}),
  }
}

/** Rows as the screens and the API show them. */
export async function showRows(
  ctx: SchoolContext,
  batch: StoredBatch,
  rows: readonly StoredRow[],
): Promise<ImportRow[]> {
  const say = await sentences(ctx)
  return rows.map(({ key: _, findings, result, id, outcome, ...row }) => ({
    ...row,
    id: id ?? '',
    outcome: outcome as Outcome | null,
    // What keeps the row out comes first.
    problems: [...findings]
      .sort((one, other) => Number(one.warning ?? false) - Number(other.warning ?? false))
      .map((finding) => told(finding, batch, say)),
    recordId: (result as { recordId?: string | null } | null)?.recordId ?? null,
  }))
}
