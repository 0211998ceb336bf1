import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from './errors'

export const separators = [';', ',', '\t'] as const
export type Separator = (typeof separators)[number]

/** The separator that the first line uses most: semicolon, comma or tab. */
export function separatorOf(text: string): Separator {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  const uses = (separator: string) => line.split(separator).length
  return [...separators].sort((a, b) => uses(b) - uses(a))[0] ?? ';'
}

/**
 * The cells of a CSV text, as RFC 4180 has it, and as spreadsheets write it: any line end, rows of different lengths, a
 * quote inside of a cell. A byte order mark is skipped; the separator is found from the first line unless it is named.
 * @throws AppError invalid at `content` when a quote is opened and never closed
 */
export function readCsv(source: string, separator?: Separator): string[][] {
  const text = source.replace(/^\ufeff/, '')
  try {
    return parse(text, {
      delimiter: separator ?? separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new AppError('invalid', { field: 'content', reason: 'table_unreadable', cause: error })
  }
}
