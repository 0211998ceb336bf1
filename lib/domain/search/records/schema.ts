import { z } from 'zod'

export const recordKinds = ['group', 'course', 'staff', 'paper'] as const

export const foundRecord = z.object({
  kind: z.enum(recordKinds),
  id: z.string(),
  title: z.string(),
  /** The year of a group, the person whom a paper is about, the address of a colleague. */
  detail: z.string().nullable(),
})
export type FoundRecord = z.infer<typeof foundRecord>

export const foundRecords = z.object({ items: z.array(foundRecord) })
