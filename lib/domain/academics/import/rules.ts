/** A cell that cannot be taken over, where the spreadsheet shows it. */
export type Problem = {
  /** As the spreadsheet counts them: headings in row 1. */
  row: number
  /** The heading as it stands in the file; the one expected when it is missing. */
  column: string
  /** What stands there. */
  value: string
  /** Key below `academics.import.problem`. */
  reason: ProblemReason
}
export type ProblemReason =
  | 'headingMissing'
  | 'required'
  | 'grade'
  | 'hours'
  | 'yesNo'
  | 'shift'
  | 'capacity'
  | 'code'
  | 'codeIsDate'
  | 'tooLong'
  | 'subjectTwice'
  | 'groupTwice'
  | 'subjectOtherArea'
  | 'subjectOff'
  | 'director'
  | 'weights'

/** Without what stands in brackets. Brackets that nobody closes are passed over at once, however many there are. */
function withoutAsides(text: string): string {
  const end = text.lastIndexOf(')') + 1
  return text.slice(0, end).replace(/\([^)]*\)/g, ' ') + text.slice(end)
}

/** Accents, capitals, blanks and punctuation do not tell two words apart. */
export const plain = (text: string): string =>
  withoutAsides(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, ' ')
    .trim()

/** Headings by what they mean; the first is the one of the template in Spanish. */
export const headings = {
  grade: ['grado', 'nivel', 'grade'],
  area: ['area', 'area obligatoria'],
  subject: ['asignatura', 'materia', 'subject'],
  hours: [
    'horas',
    'horas semanales',
    'intensidad horaria',
    'intensidad horaria semanal',
    'ihs',
    'ih',
    'hours',
    'weekly hours',
  ],
  mandatory: ['obligatoria', 'obligatorio', 'es obligatoria', 'mandatory'],
  code: ['grupo', 'codigo', 'codigo del grupo', 'curso', 'group', 'code'],
  shift: ['jornada', 'shift'],
  capacity: ['cupos', 'cupo', 'capacidad', 'capacity', 'places'],
  director: [
    'correo del director',
    'director',
    'director de grupo',
    'director email',
    'directors e-mail',
    'director s e-mail',
  ],
} as const
export type Heading = keyof typeof headings

/** Where each known heading stands; a heading that nobody knows is passed over. */
export function findHeadings<H extends Heading>(
  row: readonly string[],
  wanted: readonly H[],
): Partial<Record<H, number>> {
  const found: Partial<Record<H, number>> = {}
  for (const [index, cell] of row.entries()) {
    const name = plain(cell)
    const heading = wanted.find((one) => (headings[one] as readonly string[]).includes(name))
    if (heading && found[heading] === undefined) found[heading] = index
  }
  return found
}

/** A grade as people write it: 6, 6°, Sexto, Transición, T, Ciclo 3. @param words each grade's names by code */
export function readGrade<G extends string>(text: string, words: Readonly<Record<G, readonly string[]>>): G | null {
  const wanted = plain(text.replace(/[°º]/g, ''))
  const codes = Object.keys(words) as G[]
  return (
    codes.find(
      (code) => code === text.trim() || words[code].some((word) => plain(word.replace(/[°º]/g, '')) === wanted),
    ) ?? null
  )
}

const yes = ['si', 's', 'x', '1', 'true', 'verdadero', 'yes', 'y', 'obligatoria', 'obligatorio']
const no = ['no', 'n', '0', 'false', 'falso', 'optativa', 'opcional']

/** Yes or no as people write it, `blank` for an empty cell; null for anything else. */
export function readYesNo(text: string, blank: boolean): boolean | null {
  if (text.trim() === '') return blank
  const word = plain(text)
  return yes.includes(word) ? true : no.includes(word) ? false : null
}

const months = 'ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec'
const daylike = new RegExp(
  `^\\d{1,2}[-/ ](${months})|^(${months})[-/ ]\\d{1,2}|^\\d{1,2}/\\d{1,2}(/\\d+)?$|^\\d{4}-\\d{2}-\\d{2}`,
  'i',
)

/** Whether a spreadsheet made a day of a code such as 6-1. */
export const isDaylike = (text: string): boolean => daylike.test(text.trim())

/** A whole number from 1 to `most`, or null. */
export function readCount(text: string, most: number): number | null {
  const typed = text.trim()
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return count >= 1 && count <= most ? count : null
}

/** Rows below the headings that hold anything, with the numbers that the spreadsheet shows. */
export function bodyOf(rows: readonly (readonly string[])[]): { row: number; cells: readonly string[] }[] {
  return rows.flatMap((cells, index) =>
    index === 0 || cells.every((cell) => cell === '') ? [] : [{ row: index + 1, cells }],
  )
}
