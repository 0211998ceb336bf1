/** DIAN's weights, from the rightmost digit. */
const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71]

/** The check digit (0–9) of a NIT's digits without it, at most 15. */
export function nitCheckDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0)
  const rest = sum % 11
  return rest < 2 ? rest : 11 - rest
}

/**
 * A typed NIT as it is stored, `899999001-7`; null when it has another shape or its digit is wrong.
 * The hyphen before the digit is needed: without it nobody can tell a NIT from a NIT with its digit.
 */
export function normalizeNit(raw: string): string | null {
  const match = /^(\d{6,15})-(\d)$/.exec(raw.replace(/[.\s]/g, '').replace(/[–—]/g, '-'))
  if (!match?.[1]) return null
  return nitCheckDigit(match[1]) === Number(match[2]) ? `${match[1]}-${match[2]}` : null
}

/** `899999001-7` → `899.999.001-7`. */
export function showNit(nit: string): string {
  return nit.replace(/\B(?=(\d{3})+-)/g, '.')
}
