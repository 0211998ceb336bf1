import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { removeFilterInput, savedFilter, saveFilterInput } from './schema'

/** More would be a list to search in. */
const MOST = 20

/**
 * Keeps a filter under a name; the same name again replaces it.
 * @throws AppError not_found for who is no person; not_allowed_now when the list has twenty already
 */
export const saveFilter = command({
  name: 'filters.save',
  input: saveFilterInput,
  output: savedFilter,
  run: async ({ db, ctx, input: { list, name, query }, audit }) => {
    const userId = userIdOf(ctx)
    if (!userId) throw new AppError('not_found')
    const select = { id: true, name: true, query: true }
    const own = await db.savedFilter.findMany({ where: { userId, list }, select })
    const same = own.find((one) => one.name === name)
    if (!same && own.length >= MOST)
      throw new AppError('not_allowed_now', { field: 'name', reason: 'filters.refusal.full' })
    const saved =
      same ?? (await db.savedFilter.create({ data: { schoolId: ctx.schoolId, userId, list, name, query }, select }))
    if (same) await db.savedFilter.updateMany({ where: { id: same.id }, data: { query } })
    audit({ action: 'filter.save', entity: 'saved_filter', entityId: saved.id, after: { name, list, query } })
    return { ...saved, query }
  },
})

/** @throws AppError not_found for another person's */
export const removeFilter = command({
  name: 'filters.remove',
  input: removeFilterInput,
  output: done,
  run: async ({ db, ctx, input: { filterId }, audit }) => {
    const userId = userIdOf(ctx)
    const own = userId
      ? await db.savedFilter.findFirst({
          where: { id: filterId, userId },
          select: { id: true, name: true, list: true },
        })
      : null
    if (!own) throw new AppError('not_found')
    await db.savedFilter.deleteMany({ where: { id: own.id } })
    const { name, list } = own
    audit({ action: 'filter.remove', entity: 'saved_filter', entityId: filterId, before: { name, list } })
    return { ok: true as const }
  },
})
