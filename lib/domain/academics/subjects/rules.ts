const letters = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, ' ')
    .split(' ')
    .filter(Boolean)

const small = new Set(['DE', 'DEL', 'LA', 'LAS', 'LOS', 'EL', 'Y', 'E', 'EN', 'A'])

/**
 * A code for a subject that has none: four letters of a single word (MATE), the first three and the initials of several
 * (EDU-F for Educación física), with a number behind it when it is taken.
 */
export function proposeCode(name: string, taken: readonly string[]): string {
  const words = letters(name).filter((word) => !small.has(word))
  const [first = 'ASIG', ...rest] = words
  const base = rest.length === 0 ? first.slice(0, 4) : `${first.slice(0, 3)}-${rest.map((word) => word[0]).join('')}`
  const short = base.slice(0, 17)
  for (let number = 1; ; number++) {
    const code = number === 1 ? short : `${short}${number}`
    if (!taken.includes(code)) return code
  }
}
