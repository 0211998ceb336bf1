import { z } from 'zod'
import { enrollmentStatuses } from '@/lib/shared/enrollment-status'
import { idField, requiredText } from '@/lib/shared/fields'
import { enrollmentKinds } from '../rules'
import { guardianOfChild } from '../schema'

/** What the form of a new enrollment offers. */
export const formFacts = z.object({
  years: z.array(z.object({ id: z.string(), name: z.string(), status: z.string(), startsOn: z.string() })),
  groups: z.array(
    z.object({
      yearId: z.string(),
      gradeLevel: z.string(),
      groupCode: z.string(),
      students: z.number(),
      /** The shift that most of the group has. */
      shift: z.string().nullable(),
    }),
  ),
  requirements: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.string(),
      required: z.boolean(),
      position: z.number(),
      appliesTo: z.unknown(),
    }),
  ),
})
export type FormFacts = z.infer<typeof formFacts>

export const candidatesInput = z.strictObject({ q: requiredText(200) })

const lastEnrollment = z.object({
  yearId: z.string(),
  yearName: z.string(),
  gradeLevel: z.string(),
  groupCode: z.string().nullable(),
  shift: z.string().nullable(),
  status: z.enum(enrollmentStatuses),
})

export const candidate = z.object({
  id: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  isActive: z.boolean(),
  last: lastEnrollment.nullable(),
  enrolled: z.array(z.object({ yearId: z.string(), enrollmentId: z.string() })),
})
export type Candidate = z.infer<typeof candidate>
export const candidateList = z.object({ items: z.array(candidate) })

export const childInput = z.strictObject({ studentId: idField })

/** A known child as the form takes it over, with what the next enrollment would be. */
export const childToEnroll = candidate.extend({
  firstName: z.string(),
  birthDate: z.string().nullable(),
  guardians: z.array(guardianOfChild),
  proposal: z.object({
    kind: z.enum(enrollmentKinds),
    gradeLevel: z.string().nullable(),
    groupCode: z.string().nullable(),
    shift: z.string().nullable(),
  }),
})
export type ChildToEnroll = z.infer<typeof childToEnroll>
