import { z } from 'zod'
import { choice, idField, optionalText, requiredText, versionField } from '@/lib/shared/fields'
import { cardArea, cardScale } from '../../report-cards/snapshot/schema'
import { letterhead, signer } from '../letterhead/schema'
import { attestSubjects, certificateKinds } from '../rules'

/** Who says that there are no debts of what. */
const attest = z.strictObject({ subject: choice(attestSubjects), by: requiredText(150) })

const certificateFields = {
  addressee: optionalText(200),
  note: optionalText(500),
  /** Memberships of one or two people who sign. */
  signerIds: z.array(idField).min(1, { error: 'papers.refusal.signerUnknown' }).max(2),
  /** For a paz y salvo. */
  attests: z.array(attest).max(3).optional(),
  /** Where the results stand in the registro escolar (Decreto 1290, art. 16). */
  book: optionalText(20),
  folio: optionalText(20),
}

export const issueCertificateInput = z.strictObject({
  enrollmentId: idField,
  kind: choice(certificateKinds),
  ...certificateFields,
})
export type IssueCertificateInput = z.input<typeof issueCertificateInput>
export type CertificateWish = z.output<typeof issueCertificateInput>

export const replaceCertificateInput = z.strictObject({
  paperId: idField,
  version: versionField,
  reason: requiredText(500),
  ...certificateFields,
})

export const certificateFormInput = z.strictObject({ studentId: idField })
export const certificateForm = z.object({
  student: z.object({ id: z.uuid(), name: z.string(), document: z.string() }),
  enrollments: z.array(
    z.object({
      id: z.uuid(),
      year: z.string(),
      gradeLevel: z.string(),
      groupCode: z.string().nullable(),
      status: z.string(),
      /** Periods that are over and have marks. */
      periods: z.array(z.string()),
    }),
  ),
  signers: z.array(
    z.object({
      membershipId: z.uuid(),
      name: z.string(),
      role: signer.shape.role,
      /** What this person signs by the school's settings: proposed, not imposed. */
      kinds: z.array(z.enum(certificateKinds)),
    }),
  ),
})
export type CertificateForm = z.infer<typeof certificateForm>

/** What a certificate says, frozen: `issued_documents.content`. */
export const certificateContent = z.object({
  format: z.literal(1),
  kind: z.enum(certificateKinds),
  school: letterhead,
  student: z.object({ name: z.string(), document: z.string() }),
  enrollment: z.object({
    year: z.string(),
    gradeLevel: z.string(),
    groupCode: z.string().nullable(),
    shift: z.string().nullable(),
    /** Whether the year and the enrollment were still running on the day. */
    running: z.boolean(),
    calendar: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
  }),
  marks: z
    .object({
      areas: z.array(cardArea),
      periods: z.array(z.object({ number: z.number(), name: z.string() })),
      complete: z.boolean(),
      scale: cardScale,
      display: z.enum(['number', 'level', 'both']),
      assessment: z.enum(['numeric', 'descriptive']),
      promotion: z.object({ status: z.string(), promotedTo: z.string().nullable() }).nullable(),
    })
    .nullable(),
  attests: z.array(z.object({ subject: z.enum(attestSubjects), by: z.string() })),
  register: z.object({ book: z.string(), folio: z.string() }).nullable(),
  addressee: z.string().nullable(),
  note: z.string().nullable(),
  signers: z.array(signer),
  replaces: z.string().nullable(),
  issuedOn: z.string(),
})
export type CertificateContent = z.infer<typeof certificateContent>
