import type { StageRules } from '@/lib/domain/evaluation/schema'
import { decimal, plainText } from '@/lib/shared/decimal'

type Weighed = { weight: string; categoryId: string | null }

export type WeightState = {
  /** In percent, as decimal text. */
  sum: string
  /**
   * complete: 100. under, over: another sum, which the average shares out in proportion. equal: the school weighs all alike,
   * or nobody has given a weight. outside: by categories, and some activities are in none.
   */
  state: 'complete' | 'under' | 'over' | 'equal' | 'outside'
  outside: number
}

/** What the weights of a course and period come to, and what that means for the average. */
export function weightState(
  rules: Pick<StageRules, 'activities'>,
  activities: readonly Weighed[],
  categories: readonly { id: string; weight: string }[],
): WeightState {
  const byCategory = rules.activities.by === 'categories' && categories.length > 0
  const parts = byCategory ? categories : activities
  const total = parts.reduce((sum, { weight }) => sum.plus(weight), decimal(0))
  const sum = plainText(total)
  const outside = byCategory
    ? activities.filter(({ categoryId }) => !categories.some(({ id }) => id === categoryId)).length
    : 0
  if (rules.activities.by === 'equal' || (total.cmp(0) === 0 && parts.length > 0))
    return { sum, state: 'equal', outside }
  if (outside > 0) return { sum, state: 'outside', outside }
  const side = total.cmp(100)
  return { sum, state: side === 0 ? 'complete' : side < 0 ? 'under' : 'over', outside }
}
