import { z } from 'zod'
import { choice, idField, optionalText, requiredText } from '@/lib/shared/fields'
import { gradeLevels } from '@/lib/shared/grades'
import { documentKinds, documentStatuses, rejectionCodes } from '../enrollments/documents/schema'

/** What a guardian accepts, each apart; the codes are those of the required documents. */
export const consentCodes = ['habeas_data', 'tratamiento_datos'] as const
export type ConsentCode = (typeof consentCodes)[number]

export const linkChannels = ['email', 'whatsapp', 'qr'] as const
export type LinkChannel = (typeof linkChannels)[number]

/** `expired`, `revoked` and `used_up` look alike to who opens the link; the school sees which. */
export const linkStates = ['valid', 'expired', 'revoked', 'used_up'] as const
export type LinkState = (typeof linkStates)[number]

/** `days` until the link expires. `revokeOthers`: links given earlier stop working. */
export const createLinkInput = z.strictObject({
  guardianId: idField,
  channel: choice(linkChannels),
  days: z.coerce
    .number({ error: 'validation.invalid' })
    .int()
    .min(1, { error: 'validation.invalid' })
    .max(30, { error: 'validation.invalid' })
    .default(14),
  revokeOthers: z.boolean().optional(),
})

export const revokeLinkInput = z.strictObject({ linkId: idField })

/** What the phone page sends: whatever its shape, a wrong token gets the one friendly answer and no hint. */
export const openLinkInput = z.strictObject({ token: z.string({ error: 'validation.required' }).max(500) })

/** Of one child, of one text: the version shown is accepted, not the newest. `minorHeard`: the child's opinion was heard (Ley 1581, art. 7). */
export const acceptConsentInput = z.strictObject({
  studentId: idField,
  consentTextId: idField,
  minorHeard: z.boolean().optional(),
})

/** A changed text is a new version; what was accepted stays with the version that was shown. */
export const saveConsentTextInput = z.strictObject({
  code: choice(consentCodes),
  title: requiredText(150),
  body: requiredText(20_000),
  /** The version that was read before writing, 0 for none: another one meanwhile is a conflict. */
  version: z.coerce.number({ error: 'validation.invalid' }).int({ error: 'validation.invalid' }).min(0).optional(),
})

/** A link just made. The address is shown this once: what is stored is its hash. */
export const newLink = z.object({
  linkId: z.uuid(),
  url: z.url(),
  expiresAt: z.iso.datetime(),
  guardian: z.string(),
  /** Where a mail with the link went, when the channel is `email`. */
  mailedTo: z.string().nullable(),
  text: z.string(),
  whatsappUrl: z.url(),
  /** The address as an SVG picture, data:image/svg+xml. */
  qr: z.string(),
})
export type NewLink = z.output<typeof newLink>

export const listLinksInput = z.strictObject({ guardianId: idField })

export const linkRow = z.object({
  id: z.uuid(),
  channel: z.enum(linkChannels),
  state: z.enum(linkStates),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  useCount: z.number(),
})
export type LinkRow = z.output<typeof linkRow>
export const linkList = z.object({ items: z.array(linkRow) })

/** Whom to remind: these enrollments, or all with missing papers that the filter leaves. */
export const remindInput = z.strictObject({
  enrollmentIds: z.array(idField).min(1).max(500).optional(),
  yearId: idField.optional(),
  gradeLevel: choice(gradeLevels).optional(),
  groupCode: optionalText(10),
})
export type RemindInput = z.input<typeof remindInput>
export const remindStarted = z.object({ jobId: z.uuid(), families: z.number() })

export const remindJobInput = z.object({
  families: z.array(z.object({ guardianId: z.uuid(), name: z.string() })),
})
export const remindGuardianInput = z.strictObject({ guardianId: idField })
export const reminded = z.object({ to: z.string() })

export const consentTextRow = z.object({
  id: z.uuid(),
  code: z.enum(consentCodes),
  version: z.number(),
  title: z.string(),
  body: z.string(),
  createdAt: z.iso.datetime(),
})
export type ConsentTextRow = z.output<typeof consentTextRow>
export const consentTextList = z.object({ items: z.array(consentTextRow) })

const familyDocument = z.object({
  id: z.uuid(),
  name: z.string(),
  help: z.string().nullable(),
  kind: z.enum(documentKinds),
  required: z.boolean(),
  status: z.enum(documentStatuses),
  rejection: z.object({ code: z.enum(rejectionCodes), note: z.string().nullable() }).nullable(),
  sentAt: z.iso.datetime().nullable(),
  /** What is to be read and accepted, for a consent. */
  text: z.object({ id: z.uuid(), version: z.number(), title: z.string(), body: z.string() }).nullable(),
})
export type FamilyDocument = z.output<typeof familyDocument>

/** What a guardian sees on the phone: own children with an open enrollment, nothing of anybody else. */
export const familyView = z.object({
  school: z.object({ name: z.string(), color: z.string().nullable() }),
  guardian: z.object({ firstName: z.string() }),
  expiresAt: z.iso.datetime(),
  children: z.array(
    z.object({
      studentId: z.uuid(),
      enrollmentId: z.uuid(),
      name: z.string(),
      firstName: z.string(),
      gradeLevel: z.string(),
      groupCode: z.string().nullable(),
      yearName: z.string(),
      status: z.string(),
      commitmentDueOn: z.string().nullable(),
      progress: z.object({ total: z.number(), delivered: z.number(), validated: z.number(), rejected: z.number() }),
      documents: z.array(familyDocument),
    }),
  ),
})
export type FamilyView = z.output<typeof familyView>
export type FamilyChild = FamilyView['children'][number]

export const acceptedConsent = z.object({ consentId: z.uuid(), documentId: z.uuid(), decidedAt: z.iso.datetime() })
