import readXlsxFile from 'read-excel-file/node'
import { dateToDay, showDay } from '@/lib/shared/dates'
import { readCsv, type Separator, separatorOf } from './csv-reader'
import { AppError } from './errors'
import { sheetParts } from './sheet-archive'
import { checkSheet } from './sheet-bounds'
import { decodeText, type Encoding, encodingOf } from './text-encoding'

/** Bytes. With its base64 in JSON it stays under what a request may hold. */
export const MAX_TABLE_BYTES = 500_000
export const MAX_TABLE_ROWS = 3000
/** Wider than any list of a school; a sheet formatted to its last column is told so. */
export const MAX_TABLE_COLUMNS = 200
/** Characters of all cells together; a list of three thousand people has a few hundred thousand. */
const MAX_TABLE_TEXT = 20_000_000

const refuse = (reason: string, data?: Record<string, unknown>) =>
  new AppError('invalid', { field: 'content', reason, ...(data ? { data } : {}) })

/** Letters of a column as a spreadsheet shows them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

/** A program's result is no statement of a person, and the file does not say what it was made of. */
function checkSheets(parts: Map<string, string>): void {
  // By what it holds: where a sheet lies, and what it is called, the workbook says.
  for (const text of parts.values())
    if (text.includes('sheetData')) checkSheet(text, { rows: MAX_TABLE_ROWS, columns: MAX_TABLE_COLUMNS })
}

/** One long text may stand in every cell without making the file any larger. */
function refuseEndless(rows: readonly (readonly unknown[])[]): void {
  let left = MAX_TABLE_TEXT
  for (const row of rows)
    for (const cell of row) {
      if (typeof cell === 'string') left -= cell.length
      if (left < 0) throw new AppError('too_large', { field: 'content', reason: 'table_too_large' })
    }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return showDay(dateToDay(cell))
  return String(cell).normalize('NFC').replaceAll('\u0000', '').trim()
}

async function sheetRows(bytes: Buffer): Promise<string[][]> {
  const { parts, archive } = sheetParts(bytes)
  checkSheets(parts)
  try {
    const [sheet] = await readXlsxFile(archive)
    const rows = sheet?.data ?? []
    refuseEndless(rows)
    return rows.map((row) => row.map(textOf))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid', { field: 'content', reason: 'table_unreadable', cause: error })
  }
}

/** How a CSV text is to be read; what is not said is found out. */
export type CsvReading = { encoding?: Encoding | undefined; separator?: Separator | undefined }
export type Csv = { encoding: Encoding; separator: Separator }

function csvRows(bytes: Buffer, wanted: CsvReading): { rows: string[][]; csv: Csv } {
  const encoding = wanted.encoding ?? encodingOf(bytes)
  if (!encoding) throw refuse('table_unreadable')
  const text = decodeText(bytes, encoding)
  if (text === null) throw refuse('table_encoding', { encoding })
  const separator = wanted.separator ?? separatorOf(text.replace(/^\ufeff/, ''))
  const rows = readCsv(text, separator).map((row) => row.map((cell) => textOf(cell).replace(/^'(?=[=+\-@])/, '')))
  for (const [index, row] of rows.entries()) {
    const column = row.findIndex((cell) => /^[=@]|^[+-](?!\d)/.test(cell))
    if (column >= 0) throw refuse('table_formula', { cell: `${columnLetters(column)}${index + 1}` })
  }
  return { rows, csv: { encoding, separator } }
}

export type Sheet = {
  /** Texts; days as dd/mm/yyyy. The first one is what the spreadsheet calls row 1. */
  rows: string[][]
  /** How a CSV was read; null for a workbook, which says so itself. */
  csv: Csv | null
}

/**
 * The cells of the first sheet of an .xlsx file, or of a CSV text.
 * @throws AppError too_large above MAX_TABLE_ROWS; invalid at `content` for formulas (naming the cell), older formats, an
 * encoding that the bytes are not in, too many columns, and what cannot be read
 */
export async function readSheet(bytes: Buffer, wanted: CsvReading = {}): Promise<Sheet> {
  if (bytes.length === 0) throw refuse('table_empty')
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) throw refuse('table_old_format')
  const isWorkbook = bytes.toString('latin1', 0, 4) === 'PK\x03\x04'
  const { rows, csv } = isWorkbook ? { rows: await sheetRows(bytes), csv: null } : csvRows(bytes, wanted)
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  if (rows.length === 0) throw refuse('table_empty')
  if (rows.length > MAX_TABLE_ROWS)
    throw new AppError('too_large', { field: 'content', reason: 'table_too_many_rows', data: { most: MAX_TABLE_ROWS } })
  if (rows.some((row) => row.slice(MAX_TABLE_COLUMNS).some((cell) => cell !== '')))
    throw refuse('table_too_wide', { most: MAX_TABLE_COLUMNS })
  return { rows, csv }
}

/**
 * The cells of a small table that came inside of a request.
 * @param content the file in base64
 * @throws AppError as readSheet, and too_large above MAX_TABLE_BYTES
 */
export async function readTable(content: string): Promise<string[][]> {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > MAX_TABLE_BYTES) throw new AppError('too_large', { field: 'content', reason: 'table_too_large' })
  return (await readSheet(bytes)).rows
}
