/** A foreign key between two tables of a school. `columns` without school_id; it may wait when all of them can be empty. */
export type Tie = { table: string; target: string; columns: string[]; nullable: boolean }

export type Order = {
  tables: string[]
  /** Columns that are filled in once every table is there: keys that lead in a circle. */
  later: Map<string, string[]>
}

/**
 * The order in which tables can be filled: what is named first. Keys that lead in a circle are left empty and filled in at
 * the end, as far as they may be empty.
 */
export function fillingOrder(tables: readonly string[], ties: readonly Tie[]): Order {
  const later = new Map<string, string[]>()
  const put = (tie: Tie) => later.set(tie.table, [...(later.get(tie.table) ?? []), ...tie.columns])
  const inside = ties.filter(({ table, target }) => tables.includes(table) && tables.includes(target))
  for (const tie of inside.filter(({ table, target }) => table === target)) put(tie)
  let open = inside.filter(({ table, target }) => table !== target)
  const left = new Set(tables)
  const order: string[] = []
  while (left.size > 0) {
    const free = [...left].filter((name) => !open.some(({ table, target }) => table === name && left.has(target)))
    for (const name of free) {
      order.push(name)
      left.delete(name)
    }
    if (free.length > 0) continue
    const way = open.find(({ table, target, nullable }) => nullable && left.has(table) && left.has(target))
    if (!way) throw new Error(`the tables ${[...left].join(', ')} name each other in a circle`)
    put(way)
    open = open.filter((tie) => tie !== way)
  }
  return { tables: order, later }
}
