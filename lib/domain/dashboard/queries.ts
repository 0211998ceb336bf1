import type { SchoolContext } from '@/lib/platform/context'
import { query } from '@/lib/platform/operation'
import { can, type Permission } from '@/lib/platform/permissions'
import { today } from '@/lib/shared/dates'
import { teaches } from '../academics/policy'
import { decides } from '../attendance/policy'
import { leadMeetings } from '../meetings/policy'
import { emptyRow, inSchoolOrder, yearOfFunnel } from './rules'
import {
  type ClassKey,
  classKeys,
  type FunnelRow,
  funnel,
  funnelInput,
  type SetupStep,
  type TodoKey,
  todo,
  todoInput,
  todoKeys,
  trends,
} from './schema'
import { type ClassCounts, countClasses, countFunnel, countTodo, countWeeks, readSetup } from './sql'

/** Who can do something about a line; the others do not see it. */
const whoActs: Record<TodoKey, Permission> = {
  documentsToReview: 'write:enrollment',
  readyToActivate: 'write:enrollment',
  commitmentsOverdue: 'read:enrollment',
  commitmentsDue: 'read:enrollment',
  linksMissing: 'write:enrollment',
  linksUnopened: 'write:enrollment',
  stalled: 'read:enrollment',
}

const mine: Record<ClassKey, (ctx: SchoolContext) => boolean> = {
  activitiesToMark: (ctx) => teaches(ctx),
  coursesToHandIn: (ctx) => teaches(ctx),
  correctionsWaiting: decides,
  excusesWaiting: decides,
  meetingsOpen: (ctx) => can(ctx.permissions, leadMeetings),
  periodsToClose: (ctx) => can(ctx.permissions, 'config:institution'),
}

const classItems = (ctx: SchoolContext, counts: ClassCounts) =>
  classKeys.filter((key) => counts[key] > 0 && mine[key](ctx)).map((key) => ({ key, count: counts[key] }))

/** What waits for this person, and which step of enrolling the school still misses. Empty for students and families. */
export const readTodo = query({
  name: 'dashboard.todo',
  input: todoInput,
  output: todo,
  run: async ({ ctx, sql }) => {
    if (!can(ctx.permissions, 'read:enrollment'))
      return { items: teaches(ctx) ? classItems(ctx, await countClasses({ ctx, sql }, today())) : [], setup: [] }
    const [counts, facts] = await Promise.all([countTodo({ ctx, sql }, today()), readSetup({ ctx, sql }, today())])
    const missing: Record<SetupStep, boolean> = {
      year: facts.openYears === 0,
      requirements: facts.requirements === 0,
      enrollments: !facts.enrollments,
    }
    return {
      items: [
        ...classItems(ctx, facts),
        ...todoKeys
          .filter((key) => counts[key] > 0 && can(ctx.permissions, whoActs[key]))
          .map((key) => ({ key, count: counts[key] })),
      ],
      setup: (['year', 'requirements', 'enrollments'] as const).filter((step) => missing[step]),
    }
  },
})

/** Enrollments by grade and state of one year: the asked one, or the newest open year that has any. */
export const readFunnel = query({
  name: 'dashboard.funnel',
  permission: 'read:enrollment',
  input: funnelInput,
  output: funnel,
  run: async ({ ctx, sql, input }) => {
    const counts = await countFunnel(sql, ctx.schoolId)
    const years = new Map(
      counts.map(({ yearId, yearName, yearStatus }) => [yearId, { id: yearId, name: yearName, status: yearStatus }]),
    )
    const year = yearOfFunnel(counts, input.schoolYearId)
    const rows = new Map<string, FunnelRow>()
    for (const { yearId, gradeLevel, status, count } of counts) {
      if (yearId !== year?.id || gradeLevel === null) continue
      const row = rows.get(gradeLevel) ?? emptyRow(gradeLevel)
      rows.set(gradeLevel, { ...row, [status as keyof FunnelRow]: count })
    }
    const active = counts
      .filter((row) => row.status === 'active' && (row.yearStatus === 'planning' || row.yearStatus === 'active'))
      .reduce((sum, { count }) => sum + count, 0)
    return { year, years: [...years.values()], rows: inSchoolOrder([...rows.values()]), active }
  },
})

/** Enrollments opened, enrollments made active and documents accepted, week by week. */
export const readTrends = query({
  name: 'dashboard.trends',
  permission: 'read:enrollment',
  input: todoInput,
  output: trends,
  run: async ({ ctx, sql }) => {
    const counts = await countWeeks(sql, ctx.schoolId)
    const weeksOf = (kind: 'opened' | 'activated' | 'validated') =>
      Array.from(
        { length: 8 },
        (_, index) => counts.find((one) => one.kind === kind && one.weeksAgo === 7 - index)?.count ?? 0,
      )
    return { opened: weeksOf('opened'), activated: weeksOf('activated'), validated: weeksOf('validated') }
  },
})
