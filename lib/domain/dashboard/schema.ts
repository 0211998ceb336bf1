import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

/** What the school year may ask for: of a teacher, of who decides on attendance, of who closes a period. */
export const classKeys = [
  'activitiesToMark',
  'coursesToHandIn',
  'correctionsWaiting',
  'excusesWaiting',
  'meetingsOpen',
  'periodsToClose',
] as const
export type ClassKey = (typeof classKeys)[number]

/** Enrollments that may wait for a person of the school, in the order of the home page. */
export const todoKeys = [
  'documentsToReview',
  'readyToActivate',
  'commitmentsOverdue',
  'commitmentsDue',
  'linksMissing',
  'linksUnopened',
  'stalled',
] as const
export type TodoKey = (typeof todoKeys)[number]

/** Steps without which nobody can be enrolled. */
export const setupSteps = ['year', 'requirements', 'enrollments'] as const
export type SetupStep = (typeof setupSteps)[number]

export const todoInput = z.strictObject({})

export const todo = z.object({
  items: z.array(z.object({ key: z.enum([...classKeys, ...todoKeys]), count: z.number() })),
  /** Missing steps; empty once the school works. */
  setup: z.array(z.enum(setupSteps)),
})
export type Todo = z.infer<typeof todo>

export const funnelInput = z.strictObject({ schoolYearId: idField.optional() })

export const funnelRow = z.object({
  gradeLevel: z.string(),
  pending_documents: z.number(),
  in_review: z.number(),
  active: z.number(),
  graduated: z.number(),
  withdrawn: z.number(),
})
export type FunnelRow = z.infer<typeof funnelRow>

export const funnel = z.object({
  /** The year that the rows are of; null in a school without years. */
  year: z.object({ id: z.string(), name: z.string() }).nullable(),
  years: z.array(z.object({ id: z.string(), name: z.string(), status: z.string() })),
  rows: z.array(funnelRow),
  /** Active enrollments of all open years. */
  active: z.number(),
})
export type Funnel = z.infer<typeof funnel>

export const trendKeys = ['opened', 'activated', 'validated'] as const
export type TrendKey = (typeof trendKeys)[number]

/** Events per week of the last eight, the oldest first; a week is the seven days up to now. */
export const trends = z.object({
  opened: z.array(z.number()),
  activated: z.array(z.number()),
  validated: z.array(z.number()),
})
export type Trends = z.infer<typeof trends>
