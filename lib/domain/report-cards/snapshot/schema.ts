import { z } from 'zod'
import { nationalLevels, roundingModes } from '../../evaluation/schema'
import { letterhead, signer } from '../../papers/letterhead/schema'

const mark = z.object({ value: z.string(), level: z.enum(nationalLevels) }).nullable()
export type CardMark = z.infer<typeof mark>

export const absenceCount = z.object({ justified: z.number(), unjustified: z.number(), late: z.number() })
export type AbsenceCount = z.infer<typeof absenceCount>

export const commentKinds = ['achievement', 'strength', 'difficulty', 'recommendation', 'observation'] as const

const comment = z.object({ kind: z.enum(commentKinds), text: z.string() })

/** One subject of a student: `marks` stand under the header's `periods`, null where there is none. */
export const cardSubject = z.object({
  courseOfferingId: z.string(),
  name: z.string(),
  weeklyHours: z.string(),
  teacher: z.string().nullable(),
  assessment: z.enum(['numeric', 'descriptive']),
  marks: z.array(mark),
  accumulated: mark,
  /** The mark before the recovery, where one lifted it in this period. */
  recovered: z.object({ original: z.string(), final: z.string() }).nullable(),
  achievements: z.array(z.string()),
  comments: z.array(comment),
  absences: absenceCount,
})
export type CardSubject = z.infer<typeof cardSubject>

export const cardArea = z.object({
  areaId: z.string(),
  name: z.string(),
  marks: z.array(mark),
  accumulated: mark,
  subjects: z.array(cardSubject),
})
export type CardArea = z.infer<typeof cardArea>

export const cardKinds = ['period', 'final'] as const
export type CardKind = (typeof cardKinds)[number]

/** How the marks of the paper are to be read, as the school's rules said it on that day. */
export const cardScale = z.object({
  scale: z.object({ min: z.string(), max: z.string(), decimals: z.number() }),
  passMark: z.string(),
  rounding: z.object({
    mode: z.enum(roundingModes),
    decimals: z.number(),
    course: z.boolean(),
    area: z.boolean(),
    year: z.boolean(),
  }),
  bands: z.array(z.object({ level: z.enum(nationalLevels), from: z.string() })),
})
export type CardScale = z.infer<typeof cardScale>

export const cardHeader = z.object({
  format: z.literal(1),
  kind: z.enum(cardKinds),
  /** 1, and one more with each correction. */
  edition: z.number(),
  school: letterhead,
  year: z.string(),
  period: z.object({ number: z.number(), name: z.string() }).nullable(),
  periods: z.array(z.object({ number: z.number(), name: z.string() })),
  issuedOn: z.string(),
  student: z.object({ name: z.string(), listName: z.string(), document: z.string() }),
  gradeLevel: z.string(),
  groupCode: z.string().nullable(),
  shift: z.string().nullable(),
  director: z.string().nullable(),
  signers: z.array(signer),
  assessment: z.enum(['numeric', 'descriptive']),
  display: z.enum(['number', 'level', 'both']),
  scale: cardScale,
  absences: z.object({ lessons: absenceCount, days: absenceCount }),
  observation: z.string().nullable(),
  ranking: z.object({ place: z.number(), of: z.number() }).nullable(),
  promotion: z
    .object({
      status: z.enum(['promoted', 'not_promoted', 'pending', 'early']),
      promotedTo: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type CardHeader = z.infer<typeof cardHeader>

/** A report card as it was on its day: `report_cards.header` and `.items`. Nothing in it is ever computed again. */
export const cardSnapshot = z.object({ header: cardHeader, items: z.array(cardArea) })
export type CardSnapshot = z.infer<typeof cardSnapshot>
