import { nothing, query } from '@/lib/platform/operation'
import { readCatalog } from '../groups/policy'
import { compulsoryAreas } from './rules'
import { areaList } from './schema'
import { areaColumns } from './steps'

/** The areas in the school's order, with how many subjects each has. */
export const listAreas = query({
  name: 'academics.listAreas',
  permission: readCatalog,
  input: nothing,
  output: areaList,
  run: async ({ db }) => {
    const rows = await db.academicArea.findMany({
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { ...areaColumns, _count: { select: { subjects: true } } },
    })
    const codes = new Set(rows.map(({ legalCode }) => legalCode))
    return {
      items: rows.map(({ _count, ...row }) => ({ ...row, subjects: _count.subjects })),
      missing: compulsoryAreas.filter((code) => !codes.has(code)).length,
    }
  },
})
