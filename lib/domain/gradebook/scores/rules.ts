/** What a cell holds. `cleared`: it was emptied again. */
export type ScoreStatus = 'scored' | 'late' | 'not_submitted' | 'excused' | 'cleared'

/** `score` is a decimal text with a point, or null where there is no number. */
export type CellValue = { status: ScoreStatus; score: string | null }

export type Scale = { min: string; max: string; decimals: number }

export const empty: CellValue = { status: 'cleared', score: null }

export type Problem = 'notANumber' | 'outOfScale' | 'tooManyDecimals' | 'lateNeedsScore'

export type Parsed = { ok: true; value: CellValue } | { ok: false; problem: Problem }

/** Letters that stand for something else than a number, as teachers write them. */
const codes: Record<string, CellValue> = {
  n: { status: 'not_submitted', score: null },
  np: { status: 'not_submitted', score: null },
  e: { status: 'excused', score: null },
  ex: { status: 'excused', score: null },
  exc: { status: 'excused', score: null },
}

/** Thousandths, so that comparing needs no floats; null for what is no plain decimal. */
function thousandths(text: string): number | null {
  const parts = /^(\d{1,3})(?:\.(\d{0,3}))?$/.exec(text)
  return parts ? Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0')) : null
}

/** `4.50` and `4.5` are one score; the shortest form is kept. */
const shortest = (text: string): string => {
  const [whole = '0', part = ''] = text.split('.')
  const tail = part.replace(/0+$/, '')
  return `${Number(whole)}${tail ? `.${tail}` : ''}`
}

/** A number on the scale, comma or point. */
export function parseNumber(text: string, scale: Scale): Parsed {
  const point = text.replace(',', '.').replace(/^\./, '0.')
  const value = thousandths(point)
  if (value === null) return { ok: false, problem: /^\d+\.\d{4,}$/.test(point) ? 'tooManyDecimals' : 'notANumber' }
  const score = shortest(point)
  if ((score.split('.')[1] ?? '').length > scale.decimals) return { ok: false, problem: 'tooManyDecimals' }
  const [min, max] = [thousandths(scale.min), thousandths(scale.max)]
  if (min === null || max === null || value < min || value > max) return { ok: false, problem: 'outOfScale' }
  return { ok: true, value: { status: 'scored', score } }
}

/**
 * What somebody typed or pasted into a cell: a number, `n` or `NP` (no presentó), `e` or `Ex` (excusado), `t 4,5` or
 * `4,5 t` (tarde), nothing.
 */
export function parseCell(typed: string, scale: Scale): Parsed {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  if (text === '' || text === '-' || text === '–') return { ok: true, value: empty }
  const code = codes[text]
  if (code) return { ok: true, value: code }
  const late = /^t(?:arde)?\s*(.*)$/.exec(text) ?? /^(.*?)\s*t(?:arde)?$/.exec(text)
  if (!late) return parseNumber(text, scale)
  if (!late[1]) return { ok: false, problem: 'lateNeedsScore' }
  const number = parseNumber(late[1], scale)
  return number.ok ? { ok: true, value: { ...number.value, status: 'late' } } : number
}

export const sameValue = (one: CellValue, other: CellValue): boolean =>
  one.status === other.status && (one.score ?? null) === (other.score ?? null)

/**
 * As the cell shows it: `4,5`, `4,0`, `T 4,5`, `NP`, `EX`.
 * @param comma the language's decimal sign is a comma
 * @param decimals of the scale: a column reads `4,0` beside `4,5`
 */
export function showCell({ status, score }: CellValue, comma: boolean, decimals = 0): string {
  if (status === 'not_submitted') return 'NP'
  if (status === 'excused') return 'EX'
  if (status === 'cleared' || score === null) return ''
  const [whole = '', fraction = ''] = score.split('.')
  const rest = fraction.padEnd(decimals, '0')
  const number = rest === '' ? whole : `${whole}${comma ? ',' : '.'}${rest}`
  return status === 'late' ? `T ${number}` : number
}

/** `4.500`, as the database keeps it, is `4.5`. */
export const storedScore = (score: string | null): string | null => (score === null ? null : shortest(score))
