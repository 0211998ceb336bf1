import { z } from 'zod'
import { idField } from '@/lib/shared/fields'
import { promotionStatuses } from '../../evaluation/promotion/schema'
import { sheetMark } from '../../sheets/schema'
import { decisionKinds, meetingStatuses, promotionChoices } from '../rules'

export const meetingStudentsInput = z.strictObject({ meetingId: idField, classGroupId: idField })

const marks = { name: z.string(), marks: z.array(sheetMark), year: sheetMark }

/** A student as the meeting looks at one: `marks` are one for each period, in their order. */
const student = z.object({
  enrollmentId: z.uuid(),
  studentId: z.uuid(),
  name: z.string(),
  areas: z.array(z.object({ ...marks, subjects: z.array(z.object(marks)) })),
  /** Failed areas in the meeting's period, or in the year at its end. */
  failed: z.array(z.string()),
  absences: z.object({ unjustified: z.number(), justified: z.number(), percent: z.string().nullable() }),
  recoveries: z.array(
    z.object({
      subject: z.string(),
      period: z.string().nullable(),
      original: z.string(),
      score: z.string().nullable(),
      result: z.string().nullable(),
      status: z.enum(['planned', 'done', 'annulled']),
    }),
  ),
  observations: z.array(z.object({ period: z.string(), text: z.string() })),
  decisions: z.array(
    z.object({
      id: z.uuid(),
      version: z.number(),
      /** False: of an earlier meeting. */
      here: z.boolean(),
      heldOn: z.iso.date(),
      kind: z.enum(decisionKinds),
      decision: z.string(),
      reason: z.string(),
    }),
  ),
  proposal: z.object({ status: z.enum(promotionStatuses), told: z.array(z.string()) }),
  promotion: z
    .object({
      version: z.number(),
      status: z.enum(promotionChoices),
      reason: z.string().nullable(),
      promotedTo: z.string().nullable(),
      here: z.boolean(),
    })
    .nullable(),
})
export type MeetingStudent = z.infer<typeof student>

export const meetingStudents = z.object({
  meeting: z.object({
    id: z.uuid(),
    status: z.enum(meetingStatuses),
    gradeLevel: z.string().nullable(),
    periodId: z.uuid().nullable(),
    heldOn: z.iso.date(),
  }),
  group: z.object({ id: z.uuid(), code: z.string(), gradeLevel: z.string() }),
  year: z.string(),
  periods: z.array(z.object({ id: z.uuid(), name: z.string(), status: z.string() })),
  students: z.array(student),
})
export type MeetingStudents = z.infer<typeof meetingStudents>
