import { z } from 'zod'
import { choice, idField, optionalReason, requiredText, versionField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'
import { isHours } from './rules'

export const planStatuses = ['draft', 'approved'] as const
export type PlanStatus = (typeof planStatuses)[number]

const hours = { error: 'validation.weeklyHours' }
/** Hours a week, 0 to 60 with at most one decimal. */
export const hoursField = z.number(hours).min(0, hours).max(60, hours).refine(isHours, hours)
const weight = { error: 'validation.percent' }

export const ofYearInput = z.strictObject({ schoolYearId: idField })
export const onePlanInput = z.strictObject({ studyPlanId: idField })

export const createPlanInput = z.strictObject({ schoolYearId: idField, name: requiredText(100) })
export const updatePlanInput = z.strictObject({ studyPlanId: idField, version: versionField, name: requiredText(100) })

export const changePlanStatusInput = z.strictObject({
  studyPlanId: idField,
  version: versionField,
  status: choice(planStatuses),
  /** Asked for when an approved plan goes back to draft. */
  reason: optionalReason,
})

export const planItemInput = z.strictObject({
  subjectId: idField,
  weeklyHours: hoursField,
  isMandatory: z.boolean({ error: 'validation.choose' }).optional(),
  /** Share of the area's mark in percent; nothing: by hours. */
  areaWeight: z.number(weight).min(0, weight).max(100, weight).nullish(),
})

/** A whole grade at once: what is not among `items` leaves the plan. */
export const saveGradeInput = z.strictObject({
  studyPlanId: idField,
  gradeLevel: choice(gradeLevels),
  /** The grade's version as it was read; 0 for a grade that the plan does not have yet. */
  version: z.coerce.number({ error: 'validation.invalid' }).int({ error: 'validation.invalid' }).min(0),
  /** Hours that the grade has to reach. */
  weeklyHours: hoursField,
  items: z.array(planItemInput).max(60, { error: 'validation.tooBig' }),
})

const hoursFigures = {
  weeklyHours: z.number(),
  /** The subjects' hours together. */
  total: z.number(),
}

export const planItem = z.object({
  id: z.string(),
  subjectId: z.string(),
  subject: z.string(),
  subjectCode: z.string(),
  areaId: z.string(),
  area: z.string(),
  weeklyHours: z.number(),
  isMandatory: z.boolean(),
  areaWeight: z.number().nullable(),
})
export type PlanItem = z.infer<typeof planItem>

export const planGrade = z.object({
  gradeLevel: z.string(),
  version: z.number(),
  ...hoursFigures,
  subjects: z.number(),
})
export type PlanGrade = z.infer<typeof planGrade>

const plan = {
  id: z.string(),
  name: z.string(),
  status: z.enum(planStatuses),
  version: z.number(),
  groups: z.number(),
}
export const planRow = z.object({ ...plan, grades: z.array(planGrade) })
export type PlanRow = z.infer<typeof planRow>
export const planList = z.object({ items: z.array(planRow) })

export const planDetail = z.object({
  ...plan,
  year: z.object({ id: z.string(), name: z.string(), status: z.string() }),
  grades: z.array(planGrade.extend({ items: z.array(planItem) })),
})
export type PlanDetail = z.infer<typeof planDetail>

export const savedGrade = z.object({
  studyPlanId: z.string(),
  gradeLevel: z.string(),
  version: z.number(),
  ...hoursFigures,
})
