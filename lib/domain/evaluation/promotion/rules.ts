import { decimal } from '@/lib/shared/decimal'
import { passes } from '../scale/rules'
import type { StageRules } from '../schema'
import type { PromotionTrace } from './schema'

export type PromotionInput = {
  /** Areas or subjects, as `promotion.count` says; null: not marked. */
  marks: readonly { name: string; value: string | null }[]
  /** Percent of the lessons missed, counted as `promotion.absences` says; null: no roll call. */
  absencePercent: string | null
}

/**
 * Whether the year is passed, by the school's own criteria (Decreto 1290 de 2009, art. 6): absence first, then what is
 * failed. A stage in words is always promoted: preschool is not failed (Decreto 2247 de 1997, art. 10).
 * `pending`: something is unmarked, or the failed ones wait for their recovery.
 */
export function promotionOf(rules: StageRules, { marks, absencePercent }: PromotionInput): PromotionTrace {
  const { allowedFailed, pendingUpTo, maxAbsencePercent, count } = rules.promotion
  const failed = marks.filter(({ value }) => value !== null && !passes(rules, value)).map(({ name }) => name)
  const unmarked = marks.filter(({ value }) => value === null).map(({ name }) => name)
  const facts = { count, failed, unmarked, allowedFailed, pendingUpTo, absencePercent, maxAbsencePercent }
  if (rules.assessment === 'descriptive')
    return { ...facts, failed: [], unmarked: [], status: 'promoted', because: 'descriptive' }
  const tooMuch =
    maxAbsencePercent !== null && absencePercent !== null && decimal(absencePercent).cmp(maxAbsencePercent) > 0
  if (tooMuch) return { ...facts, status: 'not_promoted', because: 'absence' }
  if (failed.length > pendingUpTo) return { ...facts, status: 'not_promoted', because: 'failed' }
  if (unmarked.length > 0 || marks.length === 0) return { ...facts, status: 'pending', because: 'unmarked' }
  if (failed.length > allowedFailed) return { ...facts, status: 'pending', because: 'recovery' }
  return { ...facts, status: 'promoted', because: 'passed' }
}
