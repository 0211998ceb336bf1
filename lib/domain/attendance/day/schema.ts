import { z } from 'zod'
import { optionalDay } from '@/lib/shared/fields'
import { attendanceModes } from '../settings/schema'

export const dayInput = z.strictObject({ day: optionalDay })

const taken = z.object({
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** How many are on it, and how many of them were not there. */
  total: z.number(),
  away: z.number(),
})

export const dayList = z.object({
  classGroupId: z.uuid(),
  group: z.string(),
  gradeLevel: z.string(),
  /** 0 the whole day. */
  lesson: z.number(),
  subject: z.string().nullable(),
  startsMinute: z.number().nullable(),
  teacher: z.string().nullable(),
  /** Whether it is this person's to take: the own course, the group that one directs. */
  mine: z.boolean(),
  taken: taken.nullable(),
})
export type DayList = z.infer<typeof dayList>

/** The lists of a day: those of the school for who reads it, of the own groups for a teacher. */
export const dayLists = z.object({
  day: z.iso.date(),
  mode: z.enum(attendanceModes),
  /** False on weekends, holidays and in the recess: nobody is missed. */
  isSchoolDay: z.boolean(),
  items: z.array(dayList),
  /** Waiting for who decides. */
  corrections: z.number(),
  excuses: z.number(),
})
export type DayLists = z.infer<typeof dayLists>
