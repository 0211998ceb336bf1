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
