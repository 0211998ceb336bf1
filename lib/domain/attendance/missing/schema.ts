import { z } from 'zod'

/** A lesson that is over and that nobody took the roll of; lesson 0 is the whole day. */
export const missingRoll = z.object({
  day: z.string(),
  classGroupId: z.string(),
  lesson: z.number(),
  group: z.string(),
  subject: z.string().nullable(),
})
export type MissingRoll = z.infer<typeof missingRoll>

export const missingRolls = z.object({ total: z.number(), items: z.array(missingRoll) })
