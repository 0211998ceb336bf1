import { query } from '@/lib/platform/operation'
import { foundPeople, searchInput } from './schema'
import { peopleNamed } from './sql'

const most = 10
/** When both kinds match, this many students at least. */
const students = 6

/** Students and guardians by name or number, at most ten; a teacher finds the students of the own courses. */
export const searchPeople = query({
  name: 'search.people',
  permission: ['read:students', 'read:own_students'],
  input: searchInput,
  output: foundPeople,
  run: async ({ ctx, sql, input }) => {
    if (!input.q) return { items: [] }
    const found = await peopleNamed({ ctx, sql }, input.q, most)
    const guardians = found.filter(({ kind }) => kind === 'guardian')
    const first = found.filter(({ kind }) => kind === 'student').slice(0, Math.max(most - guardians.length, students))
    return { items: [...first, ...guardians.slice(0, most - first.length)] }
  },
})
