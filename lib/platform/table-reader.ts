import readXlsxFile from 'read-excel-file/node'
import { dateToDay, showDay } from '@/lib/shared/dates'
import { readCsv } from './csv-reader'
import { AppError } from './errors'
import { sheetParts } from './sheet-archive'

/** Bytes. With its base64 in JSON it stays under what a request may hold. */
export const MAX_TABLE_BYTES = 500_000
export const MAX_TABLE_ROWS = 3000

const refuse = (reason: string, data?: Record<string, unknown>) =>
  new AppError('invalid', { field: 'content', reason, ...(data ? { data } : {}) })

/** Letters of a column as a spreadsheet shows them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

/** A program's result is no statement of a person, and the file does not say what it was made of. */
function refuseFormulas(parts: Map<string, string>): void {
  for (const [name, text] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue
    const cell = /<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f[\s>/]/.exec(text)?.[1]
    if (cell) throw refuse('table_formula', { cell })
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return showDay(dateToDay(cell))
  return String(cell).normalize('NFC').replaceAll('\u0000', '').trim()
}

async function sheetRows(bytes: Buffer): Promise<string[][]> {
  const { parts, archive } = sheetParts(bytes)
  refuseFormulas(parts)
  try {
    const [sheet] = await readXlsxFile(archive)
    return (sheet?.data ?? []).map((row) => row.map(textOf))
  } catch (error) {
    throw new AppError('invalid', { field: 'content', reason: 'table_unreadable', cause: error })
  }
}

/** Spreadsheets in Spanish still save CSV in windows-1252. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function csvRows(bytes: Buffer): string[][] {
  if (bytes.includes(0)) throw refuse('table_unreadable')
  const rows = readCsv(decode(bytes)).map((row) => row.map((cell) => textOf(cell).replace(/^'(?=[=+\-@])/, '')))
  for (const [index, row] of rows.entries()) {
    const column = row.findIndex((cell) => /^[=@]|^[+-](?!\d)/.test(cell))
    if (column >= 0) throw refuse('table_formula', { cell: `${columnLetters(column)}${index + 1}` })
  }
  return rows
}

/**
 * The cells of the first sheet of an .xlsx file, or of a CSV text, as texts; days as dd/mm/yyyy. Row 1 is the first one.
 * @param content the file in base64
 * @throws AppError too_large above MAX_TABLE_BYTES or MAX_TABLE_ROWS; invalid at `content` for formulas (naming the
 * cell), older formats, and what cannot be read
 */
export async function readTable(content: string): Promise<string[][]> {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length === 0) throw refuse('table_empty')
  if (bytes.length > MAX_TABLE_BYTES) throw new AppError('too_large', { field: 'content', reason: 'table_too_large' })
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw refuse('table_old_format')
  const rows = bytes.toString('latin1', 0, 4) === 'PK\x03\x04' ? await sheetRows(bytes) : csvRows(bytes)
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  if (rows.length === 0) throw refuse('table_empty')
  if (rows.length > MAX_TABLE_ROWS)
    throw new AppError('too_large', { field: 'content', reason: 'table_too_many_rows', data: { most: MAX_TABLE_ROWS } })
  return rows
}
