import { nothing, query } from '@/lib/platform/operation'
import { readCatalog } from '../groups/policy'
import { assessments, subjectList } from './schema'

/** The whole catalog: by area in the school's order, then by name. */
export const listSubjects = query({
  name: 'academics.listSubjects',
  permission: readCatalog,
  input: nothing,
  output: subjectList,
  run: async ({ db }) => {
    const rows = await db.subject.findMany({
      orderBy: [{ area: { position: 'asc' } }, { area: { name: 'asc' } }, { position: 'asc' }, { name: 'asc' }],
      select: {
        id: true,
        areaId: true,
        code: true,
        name: true,
        shortName: true,
        assessment: true,
        isActive: true,
        version: true,
      },
    })
    return { items: rows.map((row) => ({ ...row, assessment: assessments.find((one) => one === row.assessment)! })) }
  },
})
