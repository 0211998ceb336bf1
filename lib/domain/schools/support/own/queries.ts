import { nothing, query } from '@/lib/platform/operation'
import { shownVisit } from '../steps'
import { visitList } from './schema'

/** The platform's visits in the own school, the newest first: who, for what, until when, and who ended them. */
export const listVisits = query({
  name: 'schools.visits',
  permission: 'config:institution',
  input: nothing,
  output: visitList,
  run: async ({ db }) => {
    const grants = await db.supportGrant.findMany({ orderBy: { startedAt: 'desc' }, take: 20 })
    return { items: grants.map((grant) => shownVisit(grant)) }
  },
})
