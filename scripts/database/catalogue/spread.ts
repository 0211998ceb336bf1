import { type Line, tableLines } from '@/prisma/tables'
import type { Catalogue, Key } from './read.ts'

export type Spread = {
  reference: string[]
  tenant: string[]
  /** Keys of a circle: dropped before the tables are distributed, added afterwards. */
  postponed: Key[]
  local: { table: string; why: string }[]
  /** Circles of keys that none of their rows may leave empty. */
  stuck: string[]
}

/** In which order the tables can be distributed: what a key leads to comes before what holds the key. */
export function spreadOf(catalogue: Catalogue, lines: Readonly<Record<string, Line>> = tableLines): Spread {
  const of = (wanted: Line['class']) => catalogue.tables.filter((table) => lines[table]?.class === wanted)
  const reference = inOrder(of('reference'), catalogue)
  const tenant = inOrder(of('tenant'), catalogue)
  const local = of('system').map((table) => ({ table, why: lines[table]?.why ?? '' }))
  return {
    reference: reference.order,
    tenant: tenant.order,
    postponed: [...reference.postponed, ...tenant.postponed],
    local,
    stuck: [...reference.stuck, ...tenant.stuck],
  }
}

function inOrder(tables: string[], { keys, columns }: Catalogue) {
  const open = new Set(tables)
  let waiting = keys.filter((key) => key.from !== key.to && open.has(key.from) && open.has(key.to))
  const order: string[] = []
  const postponed: Key[] = []
  const stuck: string[] = []
  const mayBeEmpty = (key: Key) =>
    key.columns.some((name) => columns.some((one) => one.table === key.from && one.column === name && !one.required))
  while (open.size > 0) {
    const free = [...open].filter((table) => !waiting.some((key) => key.from === table)).sort()
    if (free.length > 0) {
      order.push(...free)
      for (const table of free) open.delete(table)
    } else {
      const opening = waiting.find((key) => mayBeEmpty(key) && isInCircle(key, waiting))
      if (!opening) {
        stuck.push(`a circle of keys that cannot be opened: ${[...open].join(', ')}`)
        break
      }
      postponed.push(opening)
      waiting = waiting.filter((key) => key !== opening)
    }
    waiting = waiting.filter((key) => open.has(key.to))
  }
  return { order, postponed, stuck }
}

/** Whether the keys lead from where this one ends back to where it begins. */
function isInCircle(key: Key, keys: Key[]): boolean {
  const reached = new Set([key.to])
  for (const table of reached) for (const { from, to } of keys) if (from === table) reached.add(to)
  return reached.has(key.from)
}

/** The statements of the move, in their order. */
export function statementsOf({ reference, tenant, postponed }: Spread): string[] {
  const [first, ...others] = tenant
  const name = (columns: string[]) => columns.map((column) => `"${column}"`).join(', ')
  const deletion: Record<string, string> = { a: 'NO ACTION', r: 'RESTRICT', c: 'CASCADE', n: 'SET NULL' }
  return [
    ...postponed.map((key) => `ALTER TABLE "${key.from}" DROP CONSTRAINT "${key.name}";`),
    ...reference.map((table) => `SELECT create_reference_table('${table}');`),
    ...(first ? [`SELECT create_distributed_table('${first}', 'school_id');`] : []),
    ...others.map((table) => `SELECT create_distributed_table('${table}', 'school_id', colocate_with => '${first}');`),
    ...postponed.map(
      (key) =>
        `ALTER TABLE "${key.from}" ADD CONSTRAINT "${key.name}" FOREIGN KEY (${name(key.columns)}) REFERENCES "${key.to}" (${name(key.targets)}) ON DELETE ${deletion[key.onDelete]} ON UPDATE NO ACTION;`,
    ),
  ]
}
