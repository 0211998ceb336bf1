import { parse } from 'csv-parse/sync'

/** The separator that the first line uses most: semicolon, comma or tab. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  const uses = (separator: string) => line.split(separator).length
  return [';', ',', '\t'].sort((a, b) => uses(b) - uses(a))[0] ?? ';'
}

/**
 * The cells of a CSV text, as RFC 4180 has it, and as spreadsheets write it: any line end, rows of different lengths, a
 * quote inside of a cell. A byte order mark is skipped; the separator is found from the first line.
 */
export function readCsv(source: string): string[][] {
  const text = source.replace(/^\ufeff/, '')
  return parse(text, {
    delimiter: separatorOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  })
}
