import { nothing, query } from '@/lib/platform/operation'
import { requirementList } from './schema'
import { requirementColumns, toRequirement } from './steps'

/** What the school asks for at enrollment, in its own order; what it has switched off as well. */
export const listRequirements = query({
  name: 'requirements.list',
  permission: ['config:institution', 'read:enrollment'],
  input: nothing,
  output: requirementList,
  run: async ({ db }) => {
    const rows = await db.requiredDocument.findMany({
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: requirementColumns,
    })
    return { items: rows.map(toRequirement) }
  },
})
