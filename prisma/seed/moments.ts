import { addDays, type IsoDay, weekday } from '@/lib/shared/dates'
import type { Random } from './random'

const hour = 3_600_000

/** A moment of a working day at or after `day` in Bogotá, between seven and four o'clock. */
export function atWork(random: Random, day: IsoDay): Date {
  const shift = Math.max(0, weekday(day) - 5)
  const workday = shift === 0 ? day : addDays(day, 3 - shift)
  return new Date(Date.parse(`${workday}T07:00:00-05:00`) + random.int(0, 9 * 60) * 60_000)
}

/** A moment between two, nearer to the first for a small `share` (0–1), with some hours of chance; never after `to`. */
export function between(random: Random, from: Date, to: Date, share: number): Date {
  const span = to.getTime() - from.getTime()
  const wanted = from.getTime() + span * share + random.int(0, 5) * hour * (span > 12 * hour ? 1 : 0)
  return new Date(Math.min(to.getTime(), Math.max(from.getTime(), wanted)))
}
