import { type Decimal, decimal, plainText, rounded, zero } from '@/lib/shared/decimal'
import type { PartNote, TracePart } from '../trace/schema'

/** One thing that may count: `value` null does not. */
export type Weighed = { name: string; value: Decimal | null; weight: string; note?: PartNote; written?: string }

const one = decimal(1)

/** All weights zero is no weighing: the parts then count alike. */
const weightsOf = (parts: readonly Weighed[]): { weights: Decimal[]; equal: boolean } => {
  const weights = parts.map(({ weight }) => decimal(weight))
  return weights.every((weight) => weight.cmp(zero) === 0)
    ? { weights: parts.map(() => one), equal: true }
    : { weights, equal: false }
}

/** As a trace shows it: six decimals at most, cut, so that 2.9499 is never shown as 2.95. */
export const shown = (value: Decimal): string => plainText(rounded(value, 6, 'truncate'))

/**
 * The weighted average of the parts that have a value, their weights stretched to the whole; null when there is none.
 * One division at the end: the order of the parts does not matter.
 * @returns the mark, the parts with their real share in percent, and whether they counted alike
 */
export function weighedAverage(parts: readonly Weighed[]): {
  value: Decimal | null
  parts: TracePart[]
  equal: boolean
} {
  const { weights, equal } = weightsOf(parts)
  const weightAt = (index: number) => weights[index] ?? zero
  const total = parts.reduce((sum, { value }, index) => (value ? sum.plus(weightAt(index)) : sum), zero)
  const counts = total.cmp(zero) > 0
  const sum = parts.reduce((all, { value }, index) => (value ? all.plus(value.times(weightAt(index))) : all), zero)
  const share = (index: number) => plainText(rounded(weightAt(index).times(100).div(total), 2, 'half_up'))
  return {
    equal,
    value: counts ? sum.div(total) : null,
    parts: parts.map(({ name, value, note, written }, index) => {
      const weightless = value !== null && weightAt(index).cmp(zero) === 0
      return {
        name,
        value: value ? shown(value) : null,
        share: value && counts && !weightless ? share(index) : null,
        ...(weightless ? { note: 'weightless' } : note ? { note } : {}),
        ...(written === undefined ? {} : { written }),
      }
    }),
  }
}
