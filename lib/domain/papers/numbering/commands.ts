import { saved } from '@/lib/domain/schools/schema'
import { readSettings, saveSettings } from '@/lib/domain/schools/steps'
import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { lockCounter } from '../counters/steps'
import { type PaperPrefixes, paperKinds, prefixOf, seriesOf } from '../rules'
import { saveNumberingInput } from './schema'
import { readPaperSettings, readSeries, scopeOf } from './steps'

/**
 * Prefixes, and where the numbers of this year go on. A number that was given is never given again: `next` may leave some
 * out (the book on paper went on to 120), not go back.
 * @throws AppError invalid for a prefix that another kind has; not_allowed_now for a number that was given; conflict
 */
export const saveNumbering = command({
  name: 'papers.saveNumbering',
  permission: 'config:institution',
  input: saveNumberingInput,
  output: saved,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { version: _, ...stored } = await readPaperSettings(db)
    const sent = Object.fromEntries(input.series.flatMap(({ kind, prefix }) => (prefix ? [[kind, prefix]] : [])))
    const prefixes: PaperPrefixes = { ...stored.prefixes, ...sent }
    for (const [index, { kind }] of input.series.entries())
      if (paperKinds.some((other) => other !== kind && prefixOf(other, prefixes) === prefixOf(kind, prefixes)))
        throw new AppError('invalid', { field: `series.${index}.prefix`, reason: 'validation.prefixShared' })
    const current = await readSettings(db)
    const version = await saveSettings(
      db,
      input.version,
      { paperSettings: { ...stored, prefixes } },
      () => current,
    ).catch(async (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      const now = await readPaperSettings(db)
      throw new AppError('conflict', { current: await readSeries(db, now.version, now.prefixes) })
    })
    for (const [index, { kind, next }] of input.series.entries()) {
      if (next === undefined) continue
      const scope = scopeOf(seriesOf(kind, today(), prefixes))
      // Whoever issues a paper at this moment waits, and gets the number after.
      await lockCounter(call, scope)
      const least = (await db.counter.findFirst({ where: { scope }, select: { value: true } }))?.value ?? 1
      if (next < least)
        throw new AppError('not_allowed_now', {
          field: `series.${index}.next`,
          reason: 'papers.refusal.numberUsed',
          data: { least },
        })
      await db.counter.updateMany({ where: { scope }, data: { value: next - 1 } })
    }
    const told = Object.fromEntries(
      input.series.map(({ kind, next }) => [kind, [prefixOf(kind, prefixes), next].filter(Boolean).join(' ')]),
    )
    const before = Object.fromEntries(input.series.map(({ kind }) => [kind, prefixOf(kind, stored.prefixes)]))
    audit({ action: 'school.saveNumbering', entity: 'school', entityId: ctx.schoolId, ...changed(before, told) })
    return { version }
  },
})
