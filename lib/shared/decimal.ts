import Big from 'big.js'

/**
 * Decimal arithmetic on texts ('4.25'): a binary float would make 4.35 × 100 a little less than 435.
 * Quotients keep 40 decimals; see `settle` for what becomes of the last of them.
 */
const exact = Big()
exact.DP = 40
exact.RM = 1

export type Decimal = ReturnType<typeof exact>

export const decimal = (value: string | number | Decimal): Decimal => exact(value)

export const zero = decimal(0)

export type RoundingMode = 'half_up' | 'half_even' | 'truncate'
const modes = { truncate: 0, half_up: 1, half_even: 2 } as const

/** A third three times over is a whole again: what 40 decimals lost is given back before anything is cut off. */
export const settle = (value: Decimal): Decimal => value.round(30, 1)

/** Rounded to so many decimals. */
export const rounded = (value: Decimal, decimals: number, mode: RoundingMode): Decimal =>
  settle(value).round(decimals, modes[mode])

/** Without the zeros at the end: '4.5', '3'. */
export const plainText = (value: Decimal): string => {
  const text = value.toFixed()
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

export const least = (a: Decimal, b: Decimal): Decimal => (a.cmp(b) <= 0 ? a : b)
export const greatest = (a: Decimal, b: Decimal): Decimal => (a.cmp(b) >= 0 ? a : b)
