import { AppError } from './errors'

type Versioned = { id: string; version: number }
type VersionedTable<Row> = {
  findFirst(args: { where: { id: string } }): PromiseLike<Row | null>
  updateMany(args: {
    where: { id: string; version: number }
    data: Record<string, unknown>
  }): PromiseLike<{ count: number }>
}

/**
 * Saves `data` when the row still has the version that the person saw.
 * @param change.shows columns that a conflict gives back besides id and version: what the form shows, never the whole row
 * @returns the row as it is afterwards
 * @throws AppError not_found when there is no such row in the school, conflict (with those columns as they are now) when somebody was faster
 */
export async function updateVersioned<Row extends Versioned>(
  table: unknown,
  change: { id: string; version: number; data: Record<string, unknown>; shows?: readonly (keyof Row & string)[] },
): Promise<Row> {
  const rows = table as VersionedTable<Row>
  const { count } = await rows.updateMany({
    where: { id: change.id, version: change.version },
    data: { ...change.data, version: { increment: 1 } },
  })
  const current = await rows.findFirst({ where: { id: change.id } })
  if (!current) throw new AppError('not_found')
  if (count === 0) {
    const shown = (['id', 'version', ...(change.shows ?? [])] as const).map((column) => [column, current[column]])
    throw new AppError('conflict', { current: Object.fromEntries(shown) })
  }
  return current
}
