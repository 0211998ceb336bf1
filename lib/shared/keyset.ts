import { decodeCursor, encodeCursor } from './cursor'
import { isUuid } from './ids'

/** Where a page of a list sorted by name begins: after (`next`) or before (`previous`) the row at its edge. */
export type Keyset = { direction: 'next' | 'previous'; fullName: string; id: string }

/** `edge`: how many rows of the list come before the page (`next`) or before the row at the edge (`previous`). */
export type Place = { key: Keyset; edge: number }

/** The place that a cursor of `keysetPage` stands for; null when it is malformed. */
export function readPlace(cursor: string): Place | null {
  const [direction, fullName, id, edge] = decodeCursor(cursor, 4) ?? []
  const known = direction === 'next' || direction === 'previous'
  if (!known || typeof fullName !== 'string' || typeof id !== 'string' || !isUuid(id) || typeof edge !== 'number')
    return null
  return { key: { direction, fullName, id }, edge }
}

export type KeysetPage<Row> = { items: Row[]; start: number; nextCursor: string | null; previousCursor: string | null }

/** One page out of at most `limit + 1` rows in the list's order: the row too many says that there is more on that side. */
export function keysetPage<Row extends { fullName: string; id: string }>(
  rows: readonly Row[],
  limit: number,
  at: Place | undefined,
): KeysetPage<Row> {
  const backwards = at?.key.direction === 'previous'
  const more = rows.length > limit
  const items = backwards ? rows.slice(-limit) : rows.slice(0, limit)
  const [first, last] = [items[0], items.at(-1)]
  const start = !at ? 0 : !backwards ? at.edge : more ? Math.max(at.edge - items.length, 0) : 0
  const to = (direction: Keyset['direction'], row: Row, edge: number) =>
    encodeCursor([direction, row.fullName, row.id, edge])
  return {
    items,
    start,
    nextCursor: last && (backwards || more) ? to('next', last, start + items.length) : null,
    previousCursor: first && (backwards ? more : at !== undefined) ? to('previous', first, start) : null,
  }
}
