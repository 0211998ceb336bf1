import { undoDays } from '../rules'
import type { ImportStatus } from '../schema'

/** A file that nobody finished is kept as long as one that can be taken back. */
export const keepDays = undoDays

export function clearLimit(now: Date): Date {
  return new Date(now.getTime() - keepDays * 86_400_000)
}

/** Under way: only the failed job behind it tells that nobody will go on. */
export const moving: readonly ImportStatus[] = ['reading', 'running', 'undoing']

/** What a cleared batch is from then on: what was written stays written, what was not will not be any more. */
export const clearedStatus = (status: ImportStatus): ImportStatus =>
  status === 'done' || status === 'undone' ? status : 'expired'
