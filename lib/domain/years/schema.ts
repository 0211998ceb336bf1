import { z } from 'zod'
import { daysBetween } from '@/lib/shared/dates'
import {
  choice,
  dayField,
  idField,
  optionalReason,
  optionalText,
  requiredText,
  versionField,
} from '@/lib/shared/fields'
import { periodProblems } from './rules'

export const yearStatuses = ['planning', 'active', 'closed', 'archived'] as const
export type YearStatus = (typeof yearStatuses)[number]

export const periodStatuses = ['draft', 'open', 'closed', 'published'] as const
export type PeriodStatus = (typeof periodStatuses)[number]

const span = { startsOn: dayField, endsOn: dayField }

type Issue = (path: (string | number)[], error: string) => void
const issuesOf =
  (add: (issue: { code: 'custom'; path: (string | number)[]; message: string; input: unknown }) => void): Issue =>
  (path, message) =>
    add({ code: 'custom', path, message, input: undefined })

function checkSpan(year: { startsOn: string; endsOn: string }, say: Issue) {
  const days = daysBetween(year.startsOn, year.endsOn)
  if (days <= 0) say(['endsOn'], 'validation.endBeforeStart')
  else if (days < 150 || days > 460) say(['endsOn'], 'validation.yearLength')
}

export const periodInput = z.strictObject({
  number: z.coerce.number({ error: 'validation.invalid' }).int().min(1),
  name: requiredText(50),
  ...span,
})

/** A year with its periods; without periods the command proposes four of ten weeks (`proposePeriods`), without name its label. */
export const createYearInput = z
  .strictObject({
    name: optionalText(30),
    ...span,
    periods: z.array(periodInput).max(12, { error: 'validation.tooBig' }).optional(),
  })
  .check((check) => {
    const say = issuesOf((issue) => check.issues.push(issue))
    checkSpan(check.value, say)
    for (const { index, error } of periodProblems(check.value, check.value.periods ?? []))
      say(['periods', index, 'startsOn'], error)
  })
export type CreateYearInput = z.input<typeof createYearInput>

export const updateYearInput = z
  .strictObject({ yearId: idField, version: versionField, name: requiredText(30), ...span })
  .check((check) =>
    checkSpan(
      check.value,
      issuesOf((issue) => check.issues.push(issue)),
    ),
  )

/** All periods of a year at once: known ones by id, new ones without, those left out are removed while they are drafts. */
export const savePeriodsInput = z.strictObject({
  yearId: idField,
  version: versionField,
  periods: z
    .array(z.strictObject({ ...periodInput.shape, periodId: idField.optional() }))
    .min(1, { error: 'validation.tooSmall' })
    .max(12, { error: 'validation.tooBig' }),
})

export const changeYearStatusInput = z.strictObject({
  yearId: idField,
  version: versionField,
  status: choice(yearStatuses),
  reason: optionalReason,
})

export const changePeriodStatusInput = z.strictObject({
  periodId: idField,
  version: versionField,
  status: choice(periodStatuses),
  reason: optionalReason,
  /** Closing a period although scores or roll calls are missing. */
  acceptsGaps: z.boolean({ error: 'validation.invalid' }).optional(),
})

export const periodRow = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  status: z.enum(periodStatuses),
  version: z.number(),
})
export type PeriodRow = z.infer<typeof periodRow>

export const yearRow = z.object({
  id: z.string(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  status: z.enum(yearStatuses),
  version: z.number(),
  enrollments: z.number(),
  periods: z.array(periodRow),
})
export type YearRow = z.infer<typeof yearRow>

/** What a year still lacks before it is closed, and what its days come to. */
export const yearOverview = z.object({
  periods: z.object({ draft: z.number(), open: z.number() }),
  /** Active students about whom the evaluation meetings have decided nothing. */
  undecided: z.number(),
  /** Decided as open: a recovery is to come. */
  pending: z.number(),
  meetings: z.object({ open: z.number() }),
  recoveries: z.number(),
  /** Enrollments that never became active. */
  waiting: z.number(),
  rollover: z
    .object({ id: z.string(), status: z.string(), from: z.string(), to: z.string(), waiting: z.number() })
    .nullable(),
  calendar: z.array(z.object({ day: z.string(), kind: z.string(), name: z.string() })),
})
export type YearOverview = z.infer<typeof yearOverview>

export const yearList = z.object({ items: z.array(yearRow) })
export const oneYearInput = z.strictObject({ yearId: idField })

export const proposeYearInput = z.strictObject({
  /** The calendar year in which it begins; without it, the one after the school's latest. */
  startsIn: z.coerce.number({ error: 'validation.invalid' }).int().min(2000).max(2100).optional(),
})
export const yearProposal = z.object({
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  periods: z.array(z.object({ number: z.number(), name: z.string(), startsOn: z.string(), endsOn: z.string() })),
})
export type YearProposal = z.infer<typeof yearProposal>

export const savedYear = z.object({ id: z.string(), version: z.number() })
