import { readSettings } from '@/lib/domain/schools/steps'
import type { TenantClient } from '@/lib/platform/db/tenant'
import { today } from '@/lib/shared/dates'
import { type PaperPrefixes, paperKinds, prefixOf, seriesOf, showNumber } from '../rules'
import { readStoredPapers } from '../signatures/schema'
import type { Numbering } from './schema'

type Db = Pick<TenantClient, 'schoolSettings' | 'counter'>

export const scopeOf = (series: string): string => `paper:${series}`

/** Numbers and signatures of the school's papers. */
export async function readPaperSettings(db: Pick<TenantClient, 'schoolSettings'>) {
  const { version, paperSettings: stored } = await readSettings(db)
  return { version, ...readStoredPapers(stored) }
}

/** Every kind with its prefix, the last number of this year, and the next. */
export async function readSeries(db: Db, version: number, prefixes: PaperPrefixes): Promise<Numbering> {
  const on = today()
  const series = paperKinds.map((kind) => ({ kind, series: seriesOf(kind, on, prefixes) }))
  const counters = await db.counter.findMany({
    where: { scope: { in: series.map((one) => scopeOf(one.series)) } },
    select: { scope: true, value: true },
  })
  return {
    version,
    year: on.slice(0, 4),
    series: series.map(({ kind, series: own }) => {
      const used = counters.find(({ scope }) => scope === scopeOf(own))?.value ?? 0
      return { kind, prefix: prefixOf(kind, prefixes), used, next: used + 1, example: showNumber(own, used + 1) }
    }),
  }
}
