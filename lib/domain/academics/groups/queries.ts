import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { gradeOrder } from '@/lib/shared/grades'
import { ofYearInput } from '../plans/schema'
import { readCatalog } from './policy'
import { groupChoices, groupList, groupRow, oneGroupInput } from './schema'
import { findGroups, findStaff, findUnknownGroups } from './sql'

const inSchoolOrder = <T extends { gradeLevel: string }>(rows: T[]): T[] =>
  rows.sort((a, b) => gradeOrder(a.gradeLevel) - gradeOrder(b.gradeLevel))

/** The groups of a year with their occupancy, and those that enrollments name without there being such a group. */
export const listGroups = query({
  name: 'academics.listGroups',
  permission: readCatalog,
  input: ofYearInput,
  output: groupList,
  run: async ({ sql, ctx, input: { schoolYearId } }) => {
    const [items, unknown] = await Promise.all([
      findGroups(sql, ctx.schoolId, { schoolYearId }),
      findUnknownGroups(sql, ctx.schoolId, schoolYearId),
    ])
    return { items: inSchoolOrder(items), unknown: inSchoolOrder(unknown) }
  },
})

export const readGroup = query({
  name: 'academics.readGroup',
  permission: readCatalog,
  input: oneGroupInput,
  output: groupRow,
  run: async ({ sql, ctx, input }) => {
    const [group] = await findGroups(sql, ctx.schoolId, input)
    if (!group) throw new AppError('not_found')
    return group
  },
})

/** What the form of a group offers: the year's plans, and who may direct it. */
export const readGroupChoices = query({
  name: 'academics.groupChoices',
  permission: 'config:institution',
  input: ofYearInput,
  output: groupChoices,
  run: async ({ db, sql, ctx, input: { schoolYearId } }) => {
    const [plans, directors] = await Promise.all([
      db.studyPlan.findMany({ where: { schoolYearId }, orderBy: { name: 'asc' }, select: { id: true, name: true } }),
      findStaff(sql, ctx.schoolId),
    ])
    return { plans, directors }
  },
})
