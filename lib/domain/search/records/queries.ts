import { query } from '@/lib/platform/operation'
import { searchInput } from '../schema'
import { foundRecords } from './schema'
import { recordsNamed } from './sql'

const mostOfEach = 4

/** Groups, courses, colleagues and issued papers by name or number, a few of each; only what the person may open. */
export const searchRecords = query({
  name: 'search.records',
  permission: ['read:students', 'read:own_students'],
  input: searchInput,
  output: foundRecords,
  run: async ({ ctx, sql, input: { q } }) => ({ items: q ? await recordsNamed({ ctx, sql }, q, mostOfEach) : [] }),
})
