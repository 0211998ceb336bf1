import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { removeFilterInput, savedFilter, saveFilterInput } from './schema'

/** More would be a list to search in. */
const MOST = 20

/**
 * Keeps a filter under a name; the same name again replaces it. A convenience of one person, so it leaves no line in the
 * history.
 * @throws AppError not_found for who is no person; not_allowed_now when the list has twenty already
 */
export const saveFilter = command({
  name: 'filters.save',
  input: saveFilterInput,
  output: savedFilter,
  run: async ({ db, ctx, input: { list, name, query } }) => {
    const userId = userIdOf(ctx)
    if (!userId) throw new AppError('not_found')
    const select = { id: true, name: true, query: true }
    const own = await db.savedFilter.findMany({ where: { userId, list }, select })
    const same = own.find((one) => one.name === name)
    if (!same && own.length >= MOST)
      throw new AppError('not_allowed_now', { field: 'name', reason: 'filters.refusal.full' })
    if (!same) return db.savedFilter.create({ data: { schoolId: ctx.schoolId, userId, list, name, query }, select })
    await db.savedFilter.updateMany({ where: { id: same.id }, data: { query } })
    return { ...same, query }
  },
})

/** @throws AppError not_found for another person's */
export const removeFilter = command({
  name: 'filters.remove',
  input: removeFilterInput,
  output: done,
  run: async ({ db, ctx, input: { filterId } }) => {
    const userId = userIdOf(ctx)
    const { count } = userId ? await db.savedFilter.deleteMany({ where: { id: filterId, userId } }) : { count: 0 }
    if (count === 0) throw new AppError('not_found')
    return { ok: true as const }
  },
})
