import { z } from 'zod'
import { shifts } from '@/lib/domain/enrollments/rules'
import { choice, idField, optionalChoice, optionalText, requiredText, versionField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'

const capacityError = { error: 'validation.capacity' }

/** As the students' lists show it: 6-A, A, 601; kept in capitals. */
export const codeField = requiredText(10).overwrite((text) => text.toUpperCase())
export const capacityField = z.number(capacityError).int(capacityError).min(1, capacityError).max(200, capacityError)

const details = {
  shift: optionalChoice(shifts),
  capacity: capacityField.nullish(),
  room: optionalText(30),
  studyPlanId: idField.nullish(),
  /** User id of an active member of the staff. */
  directorId: idField.nullish(),
}

export const createGroupInput = z.strictObject({
  schoolYearId: idField,
  gradeLevel: choice(gradeLevels),
  code: codeField,
  ...details,
})

export const updateGroupInput = z.strictObject({
  classGroupId: idField,
  version: versionField,
  /** Enrollments that name the group follow its new code. */
  code: codeField.optional(),
  ...details,
})

export const setGroupActiveInput = z.strictObject({
  classGroupId: idField,
  version: versionField,
  isActive: z.boolean({ error: 'validation.choose' }),
})

/** Several groups at once; those that exist are left as they are. */
export const generateGroupsInput = z.strictObject({
  schoolYearId: idField,
  groups: z
    .array(z.strictObject({ gradeLevel: choice(gradeLevels), code: codeField }))
    .min(1, { error: 'validation.tooSmall' })
    .max(200, { error: 'validation.tooBig' }),
  shift: details.shift,
  capacity: details.capacity,
})

export const oneGroupInput = z.strictObject({ classGroupId: idField })

export const groupRow = z.object({
  id: z.string(),
  schoolYearId: z.string(),
  gradeLevel: z.string(),
  code: z.string(),
  shift: z.string().nullable(),
  capacity: z.number().nullable(),
  room: z.string().nullable(),
  isActive: z.boolean(),
  version: z.number(),
  studyPlanId: z.string().nullable(),
  plan: z.string().nullable(),
  directorId: z.string().nullable(),
  director: z.string().nullable(),
  /** Students placed in the group today or later. */
  placed: z.number(),
  /** Current enrollments of the year that name the group, placed or not. */
  named: z.number(),
  courses: z.number(),
})
export type GroupRow = z.infer<typeof groupRow>

export const unknownGroup = z.object({ gradeLevel: z.string(), code: z.string(), students: z.number() })
export const groupList = z.object({
  items: z.array(groupRow),
  /** Groups that enrollments of the year name, and that do not exist yet. */
  unknown: z.array(unknownGroup),
})

export const groupChoices = z.object({
  plans: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Active members of the staff, by name. */
  directors: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type GroupChoices = z.infer<typeof groupChoices>

export const generatedGroups = z.object({
  created: z.array(z.object({ id: z.string(), gradeLevel: z.string(), code: z.string() })),
  existing: z.number(),
})
