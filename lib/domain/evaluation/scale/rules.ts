import { type Decimal, decimal, plainText, rounded } from '@/lib/shared/decimal'
import type { NationalLevel, StageRules } from '../schema'

type Rounding = Pick<StageRules, 'rounding'>
type Bands = Rounding & Pick<StageRules, 'bands'>

/** Decimals that the tables keep: what no rule rounds is cut here, so that nobody is lifted over a limit. */
export const KEPT_DECIMALS = 3

const numeric = /^\d{1,6}(?:[.,]\d{1,6})?$/

/** A mark as the rules round it, as text: '2.95' → '3' with half_up and one decimal. Mode none cuts to three decimals. */
export function round({ rounding }: Rounding, value: string | Decimal): string {
  return plainText(roundDecimal(rounding, decimal(value)))
}

export function roundDecimal({ mode, decimals }: StageRules['rounding'], value: Decimal): Decimal {
  return mode === 'none' ? rounded(value, KEPT_DECIMALS, 'truncate') : rounded(value, decimals, mode)
}

/** The national level of a mark (art. 5), compared after rounding: 2.95 is never «between» 2.9 and 3.0. */
export function levelOf(rules: Bands, value: string): NationalLevel {
  const mark = decimal(round(rules, value))
  return rules.bands.find(({ from }) => mark.cmp(from) >= 0)?.level ?? 'low'
}

/** Whether a mark reaches the pass mark, after rounding. */
export function passes(rules: Rounding & Pick<StageRules, 'passMark'>, value: string): boolean {
  return decimal(round(rules, value)).cmp(rules.passMark) >= 0
}

export type ParsedScore =
  | { ok: true; value: string }
  | { ok: false; reason: 'notANumber' | 'outOfScale' | 'tooManyDecimals' }

/**
 * What a teacher typed, with comma or point, as a score of the scale. Nothing is corrected: 55 is not taken for 5.5.
 * Messages: `evaluation.score.<reason>`.
 */
export function parseScore({ scale }: Pick<StageRules, 'scale'>, text: string): ParsedScore {
  const tidy = text.trim()
  if (!numeric.test(tidy)) return { ok: false, reason: 'notANumber' }
  const value = plainText(decimal(tidy.replace(',', '.')))
  if (decimal(value).cmp(scale.min) < 0 || decimal(value).cmp(scale.max) > 0) return { ok: false, reason: 'outOfScale' }
  if ((value.split('.')[1]?.length ?? 0) > scale.decimals) return { ok: false, reason: 'tooManyDecimals' }
  return { ok: true, value }
}

/**
 * A mark as it is read: rounded as the rules round and with all their decimals, '3,0' in Spanish. What is shown is what
 * counts. Without rounding, the decimals that there are.
 */
export function showScore(rules: Rounding & Pick<StageRules, 'scale'>, value: string, locale = 'es'): string {
  const { mode, decimals } = rules.rounding
  const mark = roundDecimal(rules.rounding, decimal(value))
  const shown = mode === 'none' ? atLeast(plainText(mark), rules.scale.decimals) : mark.toFixed(decimals)
  return locale.startsWith('es') ? shown.replace('.', ',') : shown
}

const atLeast = (text: string, decimals: number) =>
  (text.split('.')[1]?.length ?? 0) >= decimals ? text : decimal(text).toFixed(decimals)
