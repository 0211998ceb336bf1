import { userIdOf } from '@/lib/platform/context'
import { query } from '@/lib/platform/operation'
import { listFiltersInput, savedFilters } from './schema'

/** The filters of a list that this person has given a name. */
export const listFilters = query({
  name: 'filters.list',
  input: listFiltersInput,
  output: savedFilters,
  run: async ({ db, ctx, input: { list } }) => {
    const userId = userIdOf(ctx)
    if (!userId) return { items: [] }
    const select = { id: true, name: true, query: true }
    return { items: await db.savedFilter.findMany({ where: { userId, list }, orderBy: { name: 'asc' }, select }) }
  },
})
