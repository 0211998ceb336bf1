import { z } from 'zod'
import { choice, idField, optionalDay, optionalText, requiredText, versionField } from '@/lib/shared/fields'
import { gridActivity } from '../scores/schema'

export const activityTypes = ['task', 'quiz', 'exam', 'workshop', 'project', 'other'] as const
export type ActivityType = (typeof activityTypes)[number]

/** A share in percent, typed with comma or point; two decimals. */
export const percentField = z
  .string({ error: 'validation.required' })
  .overwrite((text) => text.trim().replace(',', '.').replace(/%$/, '').trim())
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, { error: 'validation.percent' })

const blank = z.literal('').transform(() => null)
const optionalId = z.union([blank, idField]).nullish()

export const activityFields = {
  type: choice(activityTypes),
  title: requiredText(150),
  description: optionalText(4000),
  weight: percentField,
  categoryId: optionalId,
  assignedOn: optionalDay,
  dueOn: optionalDay,
}

export const createActivityInput = z.strictObject({ courseId: idField, periodId: idField, ...activityFields })

export const updateActivityInput = z.strictObject({
  activityId: idField,
  version: versionField,
  ...z.strictObject(activityFields).partial().shape,
})

export const removeActivityInput = z.strictObject({ activityId: idField })

export const orderActivitiesInput = z.strictObject({
  courseId: idField,
  periodId: idField,
  ids: z.array(idField).min(1).max(60, { error: 'validation.tooMany' }),
})

export const copyActivitiesInput = z.strictObject({
  courseId: idField,
  periodId: idField,
  toCourseIds: z.array(idField).min(1, { error: 'validation.required' }).max(20, { error: 'validation.tooMany' }),
})

export const savedActivity = z.object({ id: z.string(), version: z.number().int() })
export const removedActivity = z.object({ id: z.string() })
export const orderedActivities = z.object({ count: z.number().int() })
export const copiedActivities = z.object({
  courses: z.array(z.object({ courseId: z.string(), created: z.number().int(), skipped: z.number().int() })),
})

export const categoryField = z.strictObject({
  categoryId: optionalId,
  name: requiredText(100),
  weight: percentField,
})

export const saveCategoriesInput = z.strictObject({
  courseId: idField,
  periodId: idField,
  categories: z.array(categoryField).max(10, { error: 'validation.tooMany' }),
})
export const savedCategories = z.object({
  categories: z.array(z.object({ id: z.string(), name: z.string(), weight: z.string() })),
})

export const readActivityInput = z.strictObject({ activityId: idField })

export const activityDetail = gridActivity.extend({
  courseId: z.string(),
  periodId: z.string(),
  description: z.string().nullable(),
  assignedOn: z.string().nullable(),
  files: z.array(z.object({ id: z.string(), fileName: z.string(), size: z.number() })),
  /** How many cells there are of each kind, among the students of today. */
  counts: z.object({
    students: z.number().int(),
    scored: z.number().int(),
    late: z.number().int(),
    notSubmitted: z.number().int(),
    excused: z.number().int(),
    belowPass: z.number().int(),
  }),
  mean: z.string().nullable(),
  highest: z.string().nullable(),
  lowest: z.string().nullable(),
  unmarked: z.array(z.object({ enrollmentId: z.string(), name: z.string() })),
})

export const parallelCourses = z.object({
  items: z.array(
    z.object({ courseId: z.string(), groupCode: z.string(), gradeLevel: z.string(), activities: z.number().int() }),
  ),
})
