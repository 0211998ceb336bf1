import { decodeCursor } from '@/lib/shared/cursor'
import { isUuid } from '@/lib/shared/ids'
import { AppError } from './errors'

/**
 * The rows behind a page's last one in a list by `column` and id, the newest first, as a `where`; without a cursor all.
 * @throws AppError invalid at `cursor` for a cursor of another list
 */
export function olderThan<Column extends 'at' | 'createdAt'>(column: Column, cursor: string | undefined) {
  if (!cursor) return {}
  const [at, id] = decodeCursor(cursor, 2) ?? []
  const moment = new Date(String(at))
  if (typeof at !== 'string' || Number.isNaN(moment.getTime()) || !isUuid(id))
    throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
  const when = <T>(value: T) => ({ [column]: value }) as Record<Column, T>
  return { OR: [when({ lt: moment }), { ...when(moment), id: { lt: id } }] }
}
