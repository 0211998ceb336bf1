import { z } from 'zod'
import {
  choice,
  documentFields,
  idField,
  nameFields,
  optionalEmail,
  optionalPhone,
  optionalText,
  pageFields,
  queryFlag,
  versionField,
} from '@/lib/shared/fields'

/** Who the guardian is to the child; labels in messages/<lang>/guardians.json under `relationship`. `self`: a student of age. */
export const relationships = [
  'mother',
  'father',
  'stepmother',
  'stepfather',
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
  'sister',
  'brother',
  'cousin',
  'legal_guardian',
  'foster_family',
  'self',
  'other',
] as const
export type Relationship = (typeof relationships)[number]

export const guardianFields = {
  ...documentFields,
  ...nameFields,
  phone: optionalPhone,
  email: optionalEmail,
  address: optionalText(255),
  occupation: optionalText(150),
  workplace: optionalText(150),
}

/** What ties a guardian to one child. `priority` 1 is called first. */
export const linkFields = {
  relationship: choice(relationships),
  isPrimary: z.boolean().optional(),
  priority: z.coerce
    .number({ error: 'validation.invalid' })
    .int()
    .min(1, { error: 'validation.invalid' })
    .max(20, { error: 'validation.invalid' })
    .optional(),
  canPickup: z.boolean().optional(),
  isEmergencyContact: z.boolean().optional(),
}

/** Upserted by document: a guardian whom the school already knows is updated with what is given. */
export const saveGuardianInput = z.strictObject(guardianFields)
export type SaveGuardianInput = z.input<typeof saveGuardianInput>

export const updateGuardianInput = z.strictObject({
  guardianId: idField,
  version: versionField,
  ...z.strictObject(guardianFields).partial().shape,
})
export type UpdateGuardianInput = z.input<typeof updateGuardianInput>

export const setGuardianActiveInput = z.strictObject({
  guardianId: idField,
  version: versionField,
  isActive: z.boolean(),
})

/** A known guardian by id, or the data of one who is upserted by document. */
export const linkGuardianInput = z
  .strictObject({
    studentId: idField,
    guardianId: idField.optional(),
    guardian: saveGuardianInput.optional(),
    ...linkFields,
  })
  .refine((input) => (input.guardianId === undefined) !== (input.guardian === undefined), {
    path: ['guardian'],
    error: 'validation.required',
  })
export type LinkGuardianInput = z.input<typeof linkGuardianInput>

export const updateLinkInput = z.strictObject({
  studentId: idField,
  guardianId: idField,
  ...z.strictObject(linkFields).partial().shape,
})

export const unlinkGuardianInput = z.strictObject({ studentId: idField, guardianId: idField })

export const listGuardiansInput = z.strictObject({ q: optionalText(200), active: queryFlag, ...pageFields })

export type GuardianData = z.output<typeof saveGuardianInput>

/** One guardian of a child: known by id, or data that are upserted by document. */
export type GuardianInput = Omit<z.output<typeof linkGuardianInput>, 'studentId'>

export const guardianIdInput = z.strictObject({ guardianId: idField })
export const guardianDocumentInput = z.strictObject(documentFields)
export const familyInput = z.strictObject({ studentId: idField })

export const savedGuardian = z.object({ id: z.string(), version: z.number() })
export const linkedGuardian = z.object({ guardianId: z.string() })

const guardianOutput = {
  id: z.string(),
  version: z.number(),
  isActive: z.boolean(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  firstSurname: z.string(),
  secondSurname: z.string().nullable(),
  firstName: z.string(),
  secondName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  occupation: z.string().nullable(),
  workplace: z.string().nullable(),
}

const linkOutput = {
  relationship: z.string(),
  isPrimary: z.boolean(),
  priority: z.number(),
  canPickup: z.boolean(),
  isEmergencyContact: z.boolean(),
}

export const guardianRow = z.object({
  id: z.string(),
  fullName: z.string(),
  documentType: z.string(),
  documentNumber: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  isActive: z.boolean(),
})
export const guardianPage = z.object({ items: z.array(guardianRow), nextCursor: z.string().nullable() })

export const guardianDetail = z.object({
  ...guardianOutput,
  children: z.array(
    z.object({
      studentId: z.string(),
      fullName: z.string(),
      documentType: z.string(),
      documentNumber: z.string(),
      isActive: z.boolean(),
      gradeLevel: z.string().nullable(),
      groupCode: z.string().nullable(),
      status: z.string().nullable(),
      missingCount: z.number().nullable(),
      ...linkOutput,
    }),
  ),
})
export type GuardianDetail = z.infer<typeof guardianDetail>

/** The guardian with this document, or null: typing a known number offers the person. */
export const foundGuardian = z.object({ guardian: z.object(guardianOutput).nullable() })
export type FoundGuardian = z.infer<typeof foundGuardian>['guardian']

export const familyMember = z.object({ guardianId: z.string(), ...guardianOutput, ...linkOutput }).omit({ id: true })
export type FamilyMember = z.infer<typeof familyMember>
export const family = z.object({ items: z.array(familyMember) })

/** What was untied, so that it can be tied again as it was. */
export const unlinkedGuardian = z.object({ guardianId: z.string(), name: z.string(), ...linkOutput })
