import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { courseProgress } from '../gradebook/courses/schema'

export const checklistInput = z.strictObject({ periodId: idField.optional() })

/**
 * What a course still lacks. `noTeacher`: nobody is assigned. `noActivities`: nothing was marked. `weights`: the weights do not add
 * up to 100. `missingScores`: cells without a score. `missingWords`: a subject told in words where somebody has none.
 * `notHandedIn`: the teacher has not said that it is finished.
 */
export const courseProblems = [
  'noTeacher',
  'noActivities',
  'weights',
  'missingScores',
  'missingWords',
  'notHandedIn',
] as const
export type CourseProblem = (typeof courseProblems)[number]

export const courseCheck = courseProgress.extend({
  /** Scores, or words, that the course should have. */
  expected: z.number().int(),
  missing: z.number().int(),
  problems: z.array(z.enum(courseProblems)),
})
export type CourseCheck = z.output<typeof courseCheck>

export const teacherCheck = z.object({
  teachers: z.string(),
  courses: z.number().int(),
  ready: z.number().int(),
  expected: z.number().int(),
  missing: z.number().int(),
})
export type TeacherCheck = z.output<typeof teacherCheck>

/** Roll calls that a group should have had in the period up to today, and has not. */
export const rollGap = z.object({
  groupId: z.string(),
  groupCode: z.string(),
  gradeLevel: z.string(),
  expected: z.number().int(),
  missing: z.number().int(),
  lastMissing: z.string().nullable(),
})
export type RollGap = z.output<typeof rollGap>

export const periodMove = z.object({
  from: z.string(),
  to: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
})

export const closingCounts = z.object({
  courses: z.number().int(),
  ready: z.number().int(),
  missingScores: z.number().int(),
  missingRolls: z.number().int(),
})
export type ClosingCounts = z.output<typeof closingCounts>

const period = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  status: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  version: z.number(),
})

export const checklist = z.object({
  year: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullable(),
  period: period.nullable(),
  periods: z.array(period),
  counts: closingCounts,
  courses: z.array(courseCheck),
  teachers: z.array(teacherCheck),
  rolls: z.array(rollGap),
  moves: z.array(periodMove),
})
export type Checklist = z.output<typeof checklist>

export const computeJobInput = z.strictObject({ periodId: idField })
export const computeGroupInput = z.strictObject({ periodId: idField, classGroupId: idField })
/** How many marks were written or taken away. */
export const computedGroup = z.object({ changed: z.number().int() })

export const groupList = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })
