import { z } from 'zod'
import { choice, idField } from '@/lib/shared/fields'
import { promotionStatuses } from '../promotion/schema'
import { nationalLevels } from '../schema'
import { trace } from '../trace/schema'

/** With a period, the mark of the course in it; without one, only the year so far. */
export const explainInput = z.strictObject({
  courseOfferingId: idField,
  enrollmentId: idField,
  academicPeriodId: idField.optional(),
  language: choice(['es', 'en']).default('es'),
})

const told = z.object({ text: z.string(), parts: z.array(z.string()) })

/** A mark with the way to it: `told` for people, `trace` for programs. */
const explained = z.object({
  value: z.string().nullable(),
  /** As it is read: rounded, with the comma of the language; null without a mark. */
  shown: z.string().nullable(),
  level: z.enum(nationalLevels).nullable(),
  levelName: z.string().nullable(),
  passes: z.boolean().nullable(),
  told: z.array(told),
  trace,
})
export type Explained = z.infer<typeof explained>

export const explanation = z.object({
  student: z.string(),
  subject: z.string(),
  area: z.string(),
  year: z.string(),
  /** Version of the rules; 0: the initial ones. */
  rulesNumber: z.number(),
  period: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullable(),
  /** Null without a period. */
  mark: explained.nullable(),
  yearMark: explained,
  areaMark: explained,
  /** Of the area in the period; null without a period. */
  areaInPeriod: explained.nullable(),
  promotion: z.object({
    status: z.enum(promotionStatuses),
    name: z.string(),
    told: z.array(told),
    /** Not every period is closed: what it would be if the year ended here. */
    soFar: z.boolean(),
  }),
})
export type Explanation = z.infer<typeof explanation>
