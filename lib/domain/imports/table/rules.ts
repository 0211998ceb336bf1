import { plain } from '@/lib/domain/academics/import/rules'

/** What a column of a kind of file can be. */
export type Field = { name: string; required?: boolean }

/** Which field a heading names; null for a heading that nobody knows. */
export type Recognise = (heading: string) => string | null

/** Titles, the school's name, an empty row: the headings come below them. */
const mostRowsAbove = 15

/** A heading is a few words: a text that stands in its place is cut. */
const mostOfHeading = 150
const headingOf = (cell: string | undefined) => (cell ?? '').slice(0, mostOfHeading)

const filledCells = (row: readonly string[]) => row.filter((cell) => cell !== '').length

/** A title over several columns stands in the first of them only. */
function spread(row: readonly string[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, index) => {
    last = headingOf(row[index]) || last
    return last
  })
}

const known = (headings: readonly string[], recognise: Recognise) =>
  new Set(headings.map(recognise).filter((name) => name !== null)).size

/**
 * The headings of row `at` (from 0), as one text a column. Where a second row of headings stands above («Acudiente 1» over
 * its columns) both are read together, if that says more.
 */
export function headingsAt(rows: readonly (readonly string[])[], at: number, recognise: Recognise): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const own = Array.from({ length: width }, (_, index) => headingOf(rows[at]?.[index]))
  const above = rows[at - 1]
  if (!above || filledCells(above) < 2) return own
  const titles = spread(above, width)
  const both = own.map((heading, index) => (heading && titles[index] ? `${titles[index]} · ${heading}` : heading))
  const mixed = own.map((heading, index) => (recognise(both[index] ?? '') !== null ? (both[index] ?? '') : heading))
  return known(mixed, recognise) > known(own, recognise) ? mixed : own
}

/** The row (from 0) in which most headings are known; without any, the first one with several cells. */
export function findHeadingRow(rows: readonly (readonly string[])[], recognise: Recognise): number {
  const candidates = rows.slice(0, mostRowsAbove).map((_, at) => known(headingsAt(rows, at, recognise), recognise))
  const most = Math.max(0, ...candidates)
  if (most > 0) return candidates.indexOf(most)
  return Math.max(
    0,
    rows.slice(0, mostRowsAbove).findIndex((row) => filledCells(row) > 1),
  )
}

/** Each column's field; a field belongs to the first column that names it. */
export function proposeColumns(headings: readonly string[], recognise: Recognise): (string | null)[] {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const field = recognise(heading)
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** A mapping that somebody made, as far as the kind knows its fields and no two columns claim the same one. */
export function usableColumns(
  wanted: readonly (string | null)[],
  width: number,
  fields: readonly Field[],
): (string | null)[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const field = wanted[index] ?? null
    if (field === null || taken.has(field) || !fields.some(({ name }) => name === field)) return null
    taken.add(field)
    return field
  })
}

/** What tells the lay-out of two files apart: their headings, however they are spelt. */
export const layoutOf = (headings: readonly string[]): string => headings.map(plain).join('|')

/** The rows below the headings that hold anything; headings that are repeated on each printed page are passed over. */
export function bodyRows(
  rows: readonly (readonly string[])[],
  headingRow: number,
  width: number,
): { row: number; cells: string[] }[] {
  const head = (rows[headingRow] ?? []).join('|')
  return rows.flatMap((cells, index) => {
    if (index <= headingRow || filledCells(cells) === 0 || cells.join('|') === head) return []
    return [{ row: index + 1, cells: Array.from({ length: width }, (_, at) => (cells[at] ?? '').slice(0, 1000)) }]
  })
}

/** A row's cells by field. */
export type Fields = Readonly<Record<string, string>>
export const fieldsOf = (cells: readonly string[], columns: readonly (string | null)[]): Fields =>
  Object.fromEntries(columns.flatMap((field, index) => (field ? [[field, cells[index] ?? '']] : [])))
