export type Cell = string | number | boolean | null | undefined

const formulaStart = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers pass. For CSV and .xlsx alike. */
export function neutralise<T extends Cell>(cell: T): T | string {
  return typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : cell
}

export type CsvOptions = {
  /** Default `;`, which Excel in Spanish opens in columns. */
  delimiter?: string
  /** Default true. Off only for files that a program and no spreadsheet reads. */
  neutral?: boolean
}

/** One line without its end. Quoted only where needed. */
export function csvRow(cells: readonly Cell[], { delimiter = ';', neutral = true }: CsvOptions = {}): string {
  return cells
    .map((cell) => {
      const text = String((neutral ? neutralise(cell) : cell) ?? '')
      return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(delimiter)
}

/** A whole file with CRLF line ends and, so that Excel reads the accents, a byte order mark. */
export function writeCsv(rows: Iterable<readonly Cell[]>, options: CsvOptions & { mark?: boolean } = {}): string {
  const lines = Array.from(rows, (row) => `${csvRow(row, options)}\r\n`)
  return (options.mark === false ? '' : '\ufeff') + lines.join('')
}
