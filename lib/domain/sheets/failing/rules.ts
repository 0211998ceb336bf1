import { decimal, plainText } from '@/lib/shared/decimal'
import { yearMark } from '../../evaluation/marks/rules'
import type { StudentYear, SubjectYear } from '../../evaluation/results/year/rules'
import type { StageRules } from '../../evaluation/schema'
import { markIn } from '../rules'
import type { FailingStudent, Needed } from './schema'

type YearPeriods = readonly { number: number; name: string; value: string | null }[]

/**
 * What it takes to pass the year in a subject: the least mark, in steps of the scale, that all periods still without a mark
 * would need. `reach`: that mark; `recovery`: not even the best mark would do, or no period is left; `passed` already.
 */
export function neededMark(rules: StageRules, periods: YearPeriods): Needed {
  const open = periods.some(({ value }) => value === null)
  const passesWith = (mark: string) =>
    yearMark(rules, { periods: periods.map((period) => ({ ...period, value: period.value ?? mark })) }).passes === true
  if (!open) return passesWith(rules.scale.min) ? { way: 'passed', mark: null } : { way: 'recovery', mark: null }
  if (!passesWith(rules.scale.max)) return { way: 'recovery', mark: null }
  const scale = 10 ** rules.scale.decimals
  const at = (step: number) => plainText(decimal(step).div(scale))
  // The year's mark never falls when a period's mark rises: the least one that does is found by halving.
  let [low, high] = [Number(decimal(rules.scale.min).times(scale)), Number(decimal(rules.scale.max).times(scale))]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (passesWith(at(middle))) high = middle
    else low = middle + 1
  }
  return { way: 'reach', mark: at(low) }
}

/** Failed subjects of a student in a period or the year so far, with what each needs, and the failed areas. */
export function failingOf(
  rules: StageRules,
  { areas, subjects }: StudentYear,
  periodId: string | null,
): Pick<FailingStudent, 'areas' | 'subjects'> {
  const failed = <T extends { name: string }>(list: readonly T[], of: (one: T) => ReturnType<typeof markIn>) =>
    list.flatMap((one) => {
      const mark = of(one)
      return mark?.passes === false ? [{ ...one, mark }] : []
    })
  const named = subjects.map((one) => ({ ...one, name: one.subject }))
  return {
    areas: failed(areas, (one) => markIn(one, periodId)).map(({ id, name, mark }) => ({ id, name, value: mark.value })),
    subjects: failed(named, (one: SubjectYear) => markIn(one, periodId)).map(
      ({ subjectId, name, area, mark, periods }) => ({
        id: subjectId,
        name,
        area,
        value: mark.value,
        needs: neededMark(rules, periods),
      }),
    ),
  }
}
