import { z } from 'zod'
import { choice, idField, optionalText, versionField } from '@/lib/shared/fields'
import { prepareLogoInput } from '../../schools/branding/schema'
import { signer } from '../letterhead/schema'
import { paperKinds } from '../rules'

/** What stands on paper for one of the staff who sign. The pictures are keys of objects, set by the server. */
const storedSignature = z.object({
  membershipId: z.string(),
  name: z.string().nullable(),
  position: z.string().nullable(),
  kinds: z.array(z.enum(paperKinds)),
  picture: z.string().nullable(),
  pendingPicture: z.string().nullable(),
})
export type StoredSignature = z.infer<typeof storedSignature>

/** `school_settings.paper_settings`. */
export const paperSettings = z.object({
  prefixes: z.partialRecord(z.enum(paperKinds), z.string()).default({}),
  signatures: z.array(storedSignature).default([]),
})
export type PaperSettings = z.infer<typeof paperSettings>

/** What nobody can read counts as not set. */
export const readStoredPapers = (stored: unknown): PaperSettings =>
  paperSettings.catch({ prefixes: {}, signatures: [] }).parse(stored)

export const saveSignatureInput = z.strictObject({
  version: versionField,
  membershipId: idField,
  /** As it stands on paper, when the account says it otherwise. */
  name: optionalText(120),
  position: optionalText(120),
  kinds: z
    .array(choice(paperKinds))
    .max(paperKinds.length * 2, { error: 'validation.tooBig' })
    .overwrite((kinds) => paperKinds.filter((kind) => kinds.includes(kind)))
    .optional(),
})
export type SaveSignatureInput = z.input<typeof saveSignatureInput>

export const signatureOfInput = z.strictObject({ version: versionField, membershipId: idField })
export const prepareSignatureInput = z.strictObject({ ...prepareLogoInput.shape, membershipId: idField })
export const viewSignatureInput = z.strictObject({ membershipId: idField })

export const signatureRow = z.object({
  membershipId: z.string(),
  fullName: z.string(),
  role: signer.shape.role,
  name: z.string().nullable(),
  position: z.string().nullable(),
  kinds: z.array(z.enum(paperKinds)),
  /** Changes with the picture; null without one. */
  picture: z.string().nullable(),
})
export type SignatureRow = z.infer<typeof signatureRow>
export const signatureList = z.object({ version: z.number(), items: z.array(signatureRow) })
