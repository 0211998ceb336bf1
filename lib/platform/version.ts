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
 * @returns the row as it is afterwards
 * @throws AppError not_found when there is no such row in the school, conflict (with the row as it is now) when somebody was faster
 */
export async function updateVersioned<Row extends Versioned>(
  table: unknown,
  change: { id: string; version: number; data: Record<string, unknown> },
): Promise<Row> {
  const rows = table as VersionedTable<Row>
  const { count } = await rows.updateMany({
    where: { id: change.id, version: change.version },
    data: { ...change.data, version: { increment: 1 } },
  })
  const current = await rows.findFirst({ where: { id: change.id } })
  if (!current) throw new AppError('not_found')
  if (count === 0) throw new AppError('conflict', { current })
  return current
}
