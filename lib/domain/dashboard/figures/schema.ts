import { z } from 'zod'

/** A figure now and before; null where there is nothing to measure yet. */
const moving = z.object({ now: z.number().nullable(), before: z.number().nullable() })

export const figures = z.object({
  /** Students with an active enrollment who sit in a group, and the places of the groups that say how many they have. */
  placed: z.number(),
  places: z.number().nullable(),
  /** Documents that wait for a reviewer, and the day of the oldest. */
  waiting: z.number(),
  oldest: z.string().nullable(),
  /** Students who left, in the last seven days and the seven before. */
  withdrawn: moving,
  /** Papers that families sent, likewise. */
  sent: moving,
  /** Percent of those on the lists who were there or came late, likewise. */
  attendance: moving,
  /** Roll calls that were taken, likewise. */
  rolls: moving,
  /** Percent of students with a failed subject in the newest closed period, and in the one before it. */
  failing: moving,
  /** Its name; null before the first is closed. */
  period: z.string().nullable(),
  /** Students with failed areas in the newest closed period: with any, and with three or more. Null before there is one. */
  failedAreas: z.object({ periodId: z.uuid(), period: z.string(), any: z.number(), three: z.number() }).nullable(),
})
export type Figures = z.infer<typeof figures>
