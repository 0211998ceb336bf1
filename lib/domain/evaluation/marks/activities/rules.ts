import { type Decimal, decimal, greatest, least, plainText } from '@/lib/shared/decimal'
import type { Weighed } from '../../average/rules'
import type { StageRules } from '../../schema'

export const scoreStatuses = ['scored', 'late', 'not_submitted', 'excused', 'cleared'] as const
export type ScoreStatus = (typeof scoreStatuses)[number]

export type MarkedActivity = { id: string; title: string; weight: string; categoryId: string | null }

/** `score`: decimal text, null for not_submitted, excused and cleared (as if never written). `scaleMax`: top of the scale that it was written in. */
export type Score = { status: ScoreStatus; score: string | null; scaleMax?: string }

/** A score of another scale keeps its share of the maximum: 80 of 100 is 4 of 5. Never outside of the scale. */
function inScale({ scale }: StageRules, { score, scaleMax }: Score & { score: string }): Decimal {
  const written = decimal(score)
  const same = scaleMax === undefined || decimal(scaleMax).cmp(scale.max) === 0
  const value = same ? written : written.times(scale.max).div(scaleMax)
  return greatest(least(value, decimal(scale.max)), decimal(scale.min))
}

function handedInLate({ late, scale }: StageRules, value: Decimal): Decimal {
  if (late.mode === 'none') return value
  if (late.mode === 'ceiling') return least(value, greatest(decimal(late.value), decimal(scale.min)))
  return greatest(value.minus(late.value), decimal(scale.min))
}

type Counted = Pick<Weighed, 'value' | 'note' | 'written'>

function counted(rules: StageRules, score: Score | undefined): Counted {
  if (!score) return { value: null, note: 'pending' }
  if (score.status === 'excused') return { value: null, note: 'excused' }
  if (score.status === 'not_submitted')
    return { value: rules.missing.notSubmitted === 'min' ? decimal(rules.scale.min) : null, note: 'notSubmitted' }
  if (score.status === 'cleared' || score.score === null) return { value: null, note: 'pending' }
  const written = plainText(decimal(score.score))
  const value = inScale(rules, { ...score, score: score.score })
  const after = score.status === 'late' ? handedInLate(rules, value) : value
  if (score.status === 'late') return { value: after, note: 'late', written }
  return value.cmp(written) === 0 ? { value } : { value, note: 'converted', written }
}

/** What each activity counts under the rules, and why otherwise than it was written. */
export function countedScores(
  rules: StageRules,
  activities: readonly MarkedActivity[],
  scores: Readonly<Record<string, Score | undefined>>,
): (Weighed & { categoryId: string | null })[] {
  return activities.map(({ id, title, weight, categoryId }) => ({
    name: title,
    weight,
    categoryId,
    ...counted(rules, scores[id]),
  }))
}
