import { nothing, query } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { readFailedAreas } from '../../sheets/failing/steps'
import { figures } from './schema'
import { readRow } from './sql'

const percent = (part: number, whole: number): number | null => (whole > 0 ? (100 * part) / whole : null)

/** The school in figures, with what they were before. */
export const readFigures = query({
  name: 'dashboard.figures',
  permission: 'read:grades',
  input: nothing,
  output: figures,
  run: async ({ ctx, sql }) => {
    const [row, failed] = await Promise.all([readRow({ ctx, sql }, today()), readFailedAreas({ ctx, sql })])
    const [newest, earlier] = row.periods
    return {
      placed: row.placed,
      places: row.places,
      waiting: row.waiting,
      oldest: row.oldest,
      withdrawn: { now: row.withdrawn, before: row.withdrawnBefore },
      sent: { now: row.sent, before: row.sentBefore },
      attendance: { now: percent(row.there, row.listed), before: percent(row.thereBefore, row.listedBefore) },
      rolls: { now: row.rolls, before: row.rollsBefore },
      failing: {
        now: newest ? percent(newest.failing, newest.students) : null,
        before: earlier ? percent(earlier.failing, earlier.students) : null,
      },
      period: newest?.name ?? null,
      failedAreas: failed && {
        periodId: failed.period.id,
        period: failed.period.name,
        any: failed.counts.length,
        three: failed.counts.filter((count) => count >= 3).length,
      },
    }
  },
})
