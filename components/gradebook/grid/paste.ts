/**
 * The cells of a block that was copied from a spreadsheet: lines, and in each its cells, quoted where they hold quotes,
 * tabs or line breaks. Empty cells are '' and stay in their place; the line break at the end is none of the block.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const put = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') put()
    else if (sign === '\n') {
      put()
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  put()
  const last = rows.at(-1)
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

export type Placed = { row: number; column: number; text: string }

/**
 * Where the cells of a block land from a corner on; what would fall outside is counted, not written. A block of one
 * cell fills the corner only. Empty cells of a block empty nothing: a gap in a spreadsheet means "no score yet".
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  corner: { row: number; column: number },
  size: { rows: number; columns: number },
): { placed: Placed[]; outside: number } {
  const all = block.flatMap((line, down) =>
    line.map((text, right) => ({ row: corner.row + down, column: corner.column + right, text })),
  )
  const filled = all.filter(({ text }) => text !== '')
  const placed = filled.filter(({ row, column }) => row < size.rows && column < size.columns)
  return { placed, outside: filled.length - placed.length }
}
