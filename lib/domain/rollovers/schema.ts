import { z } from 'zod'
import { choice, idField, optionalReason, pageFields, queryFlag, requiredText, versionField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'
import { copyCounts } from '../academics/copy/schema'
import { outcomes, problems } from './rules'

export const rolloverStatuses = ['draft', 'running', 'done', 'undoing', 'undone'] as const
export type RolloverStatus = (typeof rolloverStatuses)[number]

/** What becomes of students about whom the evaluation meetings decided nothing, or left the year open. */
const openOutcome = choice(['promoted', 'repeats', 'waits'] as const)

/** A group's code; empty: into the grade without a group; null: nobody has chosen yet. */
const destination = z.string({ error: 'validation.invalid' }).trim().max(10, { error: 'validation.tooLong' }).nullable()

const structureStep = z.strictObject({
  /** Whether the run adds to the new year the plans and groups that it lacks. */
  copy: z.boolean({ error: 'validation.invalid' }),
  courses: z.boolean({ error: 'validation.invalid' }),
  teachers: z.boolean({ error: 'validation.invalid' }),
})
const promotionStep = z.strictObject({ undecided: openOutcome, pending: openOutcome })
const destinationRow = z.strictObject({
  gradeLevel: z.string().max(20),
  /** Null: students who sit in no group. */
  groupCode: z.string().max(10).nullable(),
  promotedTo: destination,
  repeatsIn: destination,
})
const destinationsStep = z.array(destinationRow).max(300, { error: 'validation.tooBig' })

/** `rollovers.plan`; a step that was never saved is absent. */
export const storedPlan = z.object({
  structure: structureStep.optional(),
  promotion: promotionStep.optional(),
  destinations: destinationsStep.optional(),
})
export type Plan = z.infer<typeof storedPlan>

/** Two years, the second one new when it is left out: with the usual dates of the school's calendar and four periods. */
export const startRolloverInput = z.strictObject({ fromYearId: idField, toYearId: idField.nullish() })

/** The steps that are sent are saved, the others stay as they are. */
export const savePlanInput = z.strictObject({
  rolloverId: idField,
  version: versionField,
  structure: structureStep.optional(),
  promotion: promotionStep.optional(),
  destinations: destinationsStep.optional(),
})
export type SavePlanInput = z.input<typeof savePlanInput>

const exceptionOutcome = choice(outcomes)
export const exceptionInput = z
  .strictObject({
    rolloverId: idField,
    enrollmentId: idField,
    outcome: exceptionOutcome,
    /** Where the outcome leads to an enrollment; absent: where the plan says. */
    gradeLevel: choice(gradeLevels).nullish(),
    groupCode: destination.optional(),
    reason: requiredText(300),
  })
  .refine(({ gradeLevel, groupCode }) => !gradeLevel || groupCode != null, {
    path: ['groupCode'],
    error: 'validation.required',
  })
export type ExceptionInput = z.input<typeof exceptionInput>
export const clearExceptionInput = z.strictObject({ rolloverId: idField, enrollmentId: idField })

export const storedException = z.object({
  outcome: z.enum(outcomes),
  gradeLevel: z.string().nullish(),
  groupCode: z.string().nullish(),
  reason: z.string(),
})

export const oneRolloverInput = z.strictObject({ rolloverId: idField })
export const versionedRolloverInput = z.strictObject({ rolloverId: idField, version: versionField })
export const undoInput = z.strictObject({ rolloverId: idField, version: versionField, reason: optionalReason })

const yearName = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
})
export const savedRollover = z.object({ id: z.string(), version: z.number() })
export const startedRollover = z.object({ rolloverId: z.string(), jobId: z.string(), students: z.number() })

const happened = z.object({ at: z.string(), by: z.string().nullable() }).nullable()
export const rolloverRow = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(rolloverStatuses),
  fromYear: yearName,
  toYear: yearName,
  run: happened,
  undone: happened,
  /** Last day on which the run can be undone. */
  undoUntil: z.string().nullable(),
})
export type RolloverRow = z.infer<typeof rolloverRow>
export const rolloverList = z.object({ items: z.array(rolloverRow) })

const groupChoice = z.object({
  gradeLevel: z.string(),
  code: z.string(),
  capacity: z.number().nullable(),
  /** Enrollments of the new year that name it already. */
  taken: z.number(),
  /** The run will copy it from the other year. */
  planned: z.boolean(),
})
export type GroupChoice = z.infer<typeof groupChoice>

export const rolloverDetail = rolloverRow.extend({
  plan: storedPlan,
  /** Every group of the year that ends, with what is chosen or proposed for it. */
  destinations: z.array(destinationRow.extend({ students: z.number(), nextGrade: z.string().nullable() })),
  groups: z.array(groupChoice),
  /** Decisions of the evaluation meetings, in figures. */
  decisions: z.object({
    promoted: z.number(),
    not_promoted: z.number(),
    pending: z.number(),
    early: z.number(),
    none: z.number(),
  }),
  exceptions: z.number(),
  /** Of the newest run or undoing. */
  job: z
    .object({
      id: z.string(),
      status: z.string(),
      total: z.number(),
      done: z.number(),
      failed: z.number(),
      lastError: z.string().nullable(),
    })
    .nullable(),
  results: z.object({
    done: z.number(),
    skipped: z.number(),
    kept: z.number(),
    undone: z.number(),
    /** Students for whom something went wrong that nobody expected; the next run tries again. */
    failed: z.number(),
    enrolled: z.number(),
    /** Enrollments that the run opened and that still wait for papers. */
    waiting: z.number(),
    carried: z.number(),
  }),
  /** Groups and plans of the run that an undoing left standing, because somebody uses them. */
  stays: z.array(z.string()),
})
export type RolloverDetail = z.infer<typeof rolloverDetail>

export const rolloverStudent = z.object({
  enrollmentId: z.string(),
  studentId: z.string(),
  name: z.string(),
  gradeLevel: z.string(),
  groupCode: z.string().nullable(),
  /** Of the evaluation meetings. */
  decision: z.string().nullable(),
  outcome: z.enum(outcomes),
  toGrade: z.string().nullable(),
  toGroup: z.string().nullable(),
  problem: z.enum(problems).nullable(),
  /** The enrollment of the new year that stands in the way, or that the run opened. */
  otherEnrollmentId: z.string().nullable(),
  exception: storedException.nullable(),
  result: z.object({ status: z.string(), problem: z.string().nullable(), carried: z.number() }).nullable(),
})
export type PlannedStudent = z.infer<typeof rolloverStudent>

const studentFilter = {
  q: z.string().trim().max(100).optional(),
  outcome: choice(outcomes).optional(),
  problem: choice(problems).optional(),
  gradeLevel: choice(gradeLevels).optional(),
  result: choice(['done', 'skipped', 'kept', 'undone'] as const).optional(),
  exceptions: queryFlag.optional(),
  ...pageFields,
}
export const studentsInput = z.strictObject({ rolloverId: idField, ...studentFilter })
export type StudentsWanted = Omit<z.output<typeof studentsInput>, 'rolloverId'>
export const studentList = z.object({
  items: z.array(rolloverStudent),
  nextCursor: z.string().nullable(),
  total: z.number(),
})
export type StudentList = z.infer<typeof studentList>

/** `named`: with a page of the students too, who are all read for a test run anyway. */
export const trialInput = z.strictObject({ rolloverId: idField, named: queryFlag, ...studentFilter })

export const trialResult = z.object({
  totals: z.object({ students: z.number(), ...Object.fromEntries(outcomes.map((one) => [one, z.number()])) } as Record<
    'students' | (typeof outcomes)[number],
    z.ZodNumber
  >),
  /** What a run would do now. */
  changes: z.object({ enroll: z.number(), graduate: z.number(), change: z.number(), same: z.number() }),
  groups: z.array(groupChoice.extend({ incoming: z.number(), over: z.number() })),
  problems: z.array(z.object({ problem: z.enum(problems), count: z.number(), students: z.array(rolloverStudent) })),
  structure: copyCounts.nullable(),
  students: studentList.nullable(),
})
export type TrialResult = z.infer<typeof trialResult>

export const jobInput = z.object({ rolloverId: z.uuid() })
export const portionInput = z.strictObject({
  rolloverId: idField,
  enrollmentIds: z.array(idField).min(1).max(200),
})
export const failureInput = z.strictObject({
  rolloverId: idField,
  enrollmentId: idField,
  during: choice(['running', 'undoing'] as const),
})
export const portionResult = z.object({ changed: z.number() })
export const workList = z.object({ enrollmentIds: z.array(z.string()) })
