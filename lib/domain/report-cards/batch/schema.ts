import { z } from 'zod'
import { idField } from '@/lib/shared/fields'

/** Cards of a period for whole groups, or the final reports of a year when `periodId` is left out. */
export const issueGroupsInput = z.strictObject({
  yearId: idField,
  periodId: idField.nullish(),
  /** All groups of the year when left out. */
  classGroupIds: z.array(idField).min(1).max(200).optional(),
  /** Whether the cards say which place in the group the student has: the school's own choice, not law. */
  ranking: z.boolean().default(false),
})
export type IssueGroupsInput = z.input<typeof issueGroupsInput>
export const issueStarted = z.object({ jobId: z.uuid(), students: z.number() })

export const issueJobInput = z.object({
  yearId: z.uuid(),
  periodId: z.uuid().nullable(),
  classGroupIds: z.array(z.uuid()),
  ranking: z.boolean(),
})

export const printCardInput = z.strictObject({ enrollmentId: idField, periodId: idField.nullish() })
export const packGroupInput = z.strictObject({
  yearId: idField,
  periodId: idField.nullish(),
  classGroupId: idField,
})
export const packedGroup = z.object({ fileId: z.uuid().nullable(), cards: z.number() })

export const overviewInput = z.strictObject({
  yearId: idField.optional(),
  periodId: idField.optional(),
  final: z.stringbool().optional(),
})

const counts = {
  students: z.number(),
  issued: z.number(),
  published: z.number(),
  missing: z.number(),
}
const period = z.object({ id: z.uuid(), number: z.number(), name: z.string(), status: z.string() })

export const overview = z.object({
  year: z.object({ id: z.uuid(), name: z.string(), status: z.string() }).nullable(),
  years: z.array(z.object({ id: z.uuid(), name: z.string() })),
  periods: z.array(period),
  /** The period shown; null: the final reports. */
  period: period.nullable(),
  groups: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      gradeLevel: z.string(),
      director: z.string().nullable(),
      ...counts,
      zip: z.object({ fileId: z.uuid(), size: z.number(), createdAt: z.iso.datetime() }).nullable(),
    }),
  ),
  /** The newest run for what is shown, and why some of it failed. */
  job: z
    .object({
      id: z.uuid(),
      status: z.enum(['queued', 'running', 'done', 'failed']),
      total: z.number(),
      done: z.number(),
      failed: z.number(),
      failures: z.array(z.object({ label: z.string(), error: z.string().nullable() })),
    })
    .nullable(),
})
export type CardOverview = z.infer<typeof overview>

export const groupCardsInput = z.strictObject({
  classGroupId: idField,
  periodId: idField.optional(),
})
export const groupCards = z.object({
  group: z.object({ id: z.uuid(), code: z.string(), gradeLevel: z.string(), yearId: z.uuid(), year: z.string() }),
  period: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  items: z.array(
    z.object({
      enrollmentId: z.uuid(),
      name: z.string(),
      card: z.object({ id: z.uuid(), status: z.string(), edition: z.number() }).nullable(),
    }),
  ),
})
export type GroupCards = z.infer<typeof groupCards>
export const groupZipInput = z.strictObject({ fileId: idField })
