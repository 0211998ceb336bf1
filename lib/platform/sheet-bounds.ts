import { AppError } from './errors'

/** As many empty places as a reader may fill up between cells: eighty megabytes. */
const MOST_PLACES = 10_000_000
/** The attributes of a row or a cell are a few words. */
const LONGEST_TAG = 4000

const refuse = (reason: string, data: Record<string, unknown> = {}) =>
  new AppError('invalid', { field: 'content', reason, data })

/** `AB12`, or a row's `12`; nothing that has to be decoded. */
function addressIn(attributes: string): { column: number; row: number; text: string } | null {
  const found = /(?:^|[\s"':])r\s{0,9}=\s{0,9}["']([^"']*)/.exec(attributes)
  if (!found) return null
  const text = found[1] ?? ''
  const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(text) ?? []
  const row = Number(digits)
  if (!digits || row > 1_048_576) throw refuse('table_unreadable')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column, row, text }
}

/**
 * Looks through a sheet's XML before anything reads it: formulas, and cells so far away that a reader would fill memory up
 * to them. Goes over the text once, whatever stands in it.
 * @throws AppError too_large, invalid at `content`
 */
export function checkSheet(text: string, most: { rows: number; columns: number }): void {
  const opening = /<(?:[\w.-]{1,40}:)?(row|c|f)(?=[\s/>])/g
  const at = { row: 0, column: 0, places: 0, cell: '' }
  let end = -1
  for (const { 1: tag, index } of text.matchAll(opening)) {
    if (end < index) end = text.indexOf('>', index)
    if (end < 0 || end - index > LONGEST_TAG) throw refuse('table_unreadable')
    if (tag === 'f') throw refuse('table_formula', { cell: at.cell })
    const attributes = text.slice(index, end)
    const address = addressIn(attributes)
    if (tag === 'row') {
      at.places += at.column
      at.row = address?.row ?? at.row + 1
      at.column = 0
      continue
    }
    at.column = address?.column || at.column + 1
    at.cell = address?.text ?? `${at.row}`
    at.places += Math.max(0, (address?.row ?? 0) - at.row)
    if (at.places + at.column > MOST_PLACES) throw refuse('table_too_wide', { most: most.columns })
    if (attributes.endsWith('/')) continue
    if (Math.max(at.row, address?.row ?? 0) > most.rows)
      throw new AppError('too_large', { field: 'content', reason: 'table_too_many_rows', data: { most: most.rows } })
    if (at.column > most.columns) throw refuse('table_too_wide', { most: most.columns })
  }
}
