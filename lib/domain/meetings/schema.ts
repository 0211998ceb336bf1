import { z } from 'zod'
import { dayField, idField, optionalText, versionField } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'
import { decisionKinds, meetingStatuses } from './rules'

export const createMeetingInput = z.strictObject({
  schoolYearId: idField,
  /** Without one: the year's end. */
  periodId: idField.nullish(),
  /** Without one: all grades. */
  gradeLevel: z.enum(gradeLevels, { error: 'validation.choose' }).nullish(),
  heldOn: dayField,
  notes: optionalText(5000),
})
export type CreateMeetingInput = z.input<typeof createMeetingInput>

export const updateMeetingInput = z.strictObject({
  meetingId: idField,
  version: versionField,
  heldOn: dayField.optional(),
  notes: optionalText(5000),
})

export const meetingInput = z.strictObject({ meetingId: idField })
export const meetingVersionInput = z.strictObject({ meetingId: idField, version: versionField })
export const listMeetingsInput = z.strictObject({ schoolYearId: idField.optional() })

export const savedMeeting = z.object({ id: z.uuid(), version: z.number(), status: z.enum(meetingStatuses) })

const named = z.object({ id: z.uuid(), name: z.string() })

const meetingFacts = {
  id: z.uuid(),
  version: z.number(),
  status: z.enum(meetingStatuses),
  gradeLevel: z.string().nullable(),
  period: named.nullable(),
  heldOn: z.iso.date(),
  decisions: z.number(),
}
export const meetingRow = z.object({ ...meetingFacts, members: z.number() })
export type MeetingRow = z.infer<typeof meetingRow>

export const meetingList = z.object({
  year: named.nullable(),
  years: z.array(named.extend({ status: z.string() })),
  periods: z.array(named.extend({ number: z.number(), status: z.string() })),
  grades: z.array(z.string()),
  items: z.array(meetingRow),
})
export type MeetingList = z.infer<typeof meetingList>

export const meetingMember = z.object({
  userId: z.uuid().nullable(),
  name: z.string(),
  role: z.string(),
  present: z.boolean(),
})
export type MeetingMember = z.infer<typeof meetingMember>

export const meetingDecision = z.object({
  id: z.uuid(),
  version: z.number(),
  enrollmentId: z.uuid(),
  name: z.string(),
  groupCode: z.string().nullable(),
  gradeLevel: z.string(),
  kind: z.enum(decisionKinds),
  /** Of kind promotion: one of promotionChoices; else the words of the meeting. */
  decision: z.string(),
  reason: z.string(),
  by: z.string().nullable(),
})
export type MeetingDecision = z.infer<typeof meetingDecision>

export const meetingGroup = z.object({
  id: z.uuid(),
  code: z.string(),
  gradeLevel: z.string(),
  students: z.number(),
  /** Students with a promotion written down; of any meeting. */
  promoted: z.number(),
})

export const meetingDetail = z.object({
  ...meetingFacts,
  year: named,
  notes: z.string().nullable(),
  minutes: z.string().nullable(),
  members: z.array(meetingMember),
  items: z.array(meetingDecision),
  groups: z.array(meetingGroup),
})
export type MeetingDetail = z.infer<typeof meetingDetail>
