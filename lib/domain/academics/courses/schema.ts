import { z } from 'zod'
import { choice, dayField, idField, optionalDay, optionalReason, queryFlag, versionField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'

export const assignmentRoles = ['main', 'support', 'substitute'] as const
export type AssignmentRole = (typeof assignmentRoles)[number]

const wrongHours = { error: 'validation.weeklyHours' }
const hours = z.coerce
  .number(wrongHours)
  .min(0, wrongHours)
  .max(60, wrongHours)
  .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, wrongHours)
const wrongWeight = { error: 'validation.percent' }
const weight = z.number(wrongWeight).min(0, wrongWeight).max(100, wrongWeight)
const wrongPosition = { error: 'validation.position' }

export const listCoursesInput = z.strictObject({
  /** Without it the active year, else the next one. */
  yearId: idField.optional(),
  classGroupId: idField.optional(),
  subjectId: idField.optional(),
  teacherId: idField.optional(),
  gradeLevel: choice(gradeLevels).optional(),
  /** Only those without a main teacher today. */
  unassigned: queryFlag,
  /** Those out of use too. */
  inactive: queryFlag,
})

const courseTeacher = z.object({
  assignmentId: z.string(),
  teacherId: z.string().nullable(),
  name: z.string().nullable(),
  role: z.enum(assignmentRoles),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})

export const courseRow = z.object({
  id: z.string(),
  classGroupId: z.string(),
  groupCode: z.string(),
  gradeLevel: z.string(),
  subjectId: z.string(),
  subject: z.string(),
  areaId: z.string(),
  area: z.string(),
  /** Decimal text: '4', '2.5'. */
  weeklyHours: z.string(),
  /** Share of the area's mark in percent, a decimal text; null: by hours. */
  areaWeight: z.string().nullable(),
  position: z.number(),
  isActive: z.boolean(),
  version: z.number(),
  students: z.number(),
  /** Who teaches it today or from a day to come; the main teacher first. */
  teachers: z.array(courseTeacher),
})
export type CourseRow = z.infer<typeof courseRow>

export const courseList = z.object({
  year: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullable(),
  items: z.array(courseRow),
})

export const oneCourseInput = z.strictObject({ courseOfferingId: idField })

export const courseDetail = courseRow.extend({
  yearId: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** Everybody who taught it or does, the newest first. */
  history: z.array(
    courseTeacher.extend({ reason: z.string().nullable(), createdBy: z.string().nullable(), version: z.number() }),
  ),
})
export type CourseDetail = z.infer<typeof courseDetail>

export const addCourseInput = z.strictObject({
  classGroupId: idField,
  subjectId: idField,
  weeklyHours: hours,
  areaWeight: weight.nullish(),
  /** Since when the group's students are in it; since they are in the group unless said. */
  validFrom: optionalDay,
})

export const updateCourseInput = z.strictObject({
  courseOfferingId: idField,
  version: versionField,
  weeklyHours: hours.optional(),
  areaWeight: weight.nullish(),
  position: z.number(wrongPosition).int(wrongPosition).min(0, wrongPosition).max(1000, wrongPosition).optional(),
  /** Out of use, teachers, students and lessons of the course end today. */
  isActive: z.boolean({ error: 'validation.choose' }).optional(),
})

export const savedCourse = z.object({ id: z.string(), version: z.number() })

export const assignTeacherInput = z.strictObject({
  courseOfferingId: idField,
  teacherId: idField,
  role: choice(assignmentRoles).default('main'),
  /** First day; today, and in a year to come its first day, unless said. A new main teacher ends the earlier one the day before. */
  validFrom: optionalDay,
  /** Last day, for a substitute. */
  validTo: optionalDay,
  reason: optionalReason,
})

export const endAssignmentInput = z.strictObject({
  assignmentId: idField,
  version: versionField,
  validTo: dayField,
  reason: optionalReason,
})

export const assignManyInput = z.strictObject({
  assignments: z
    .array(z.strictObject({ courseOfferingId: idField, teacherId: idField }), { error: 'validation.required' })
    .min(1, { error: 'validation.tooSmall' })
    .max(500, { error: 'validation.tooBig' }),
  validFrom: optionalDay,
  reason: optionalReason,
})

const clash = z.object({
  teacher: z.string(),
  weekday: z.number(),
  startsMinute: z.number(),
  courses: z.array(z.string()),
})

export const assigned = z.object({
  assignmentId: z.string(),
  courseOfferingId: z.string(),
  teacherId: z.string(),
  validFrom: z.string(),
  /** Lessons that the teacher now has at the same time; the timetable has to be put right. */
  clashes: z.array(clash),
})
export const assignedMany = z.object({ saved: z.number(), unchanged: z.number(), clashes: z.array(clash) })
export const endedAssignment = z.object({ assignmentId: z.string(), validTo: z.string() })

export const teacherList = z.object({
  year: courseList.shape.year,
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Of the courses as main teacher today. */
      courses: z.number(),
      weeklyHours: z.string(),
      groups: z.number(),
    }),
  ),
})
export type TeacherRow = z.infer<typeof teacherList>['items'][number]
export const listTeachersInput = z.strictObject({ yearId: idField.optional() })
