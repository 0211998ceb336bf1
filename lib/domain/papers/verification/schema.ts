import { z } from 'zod'
import { paperKinds, paperStatuses } from '../rules'

export const verifyInput = z.strictObject({ school: z.string().max(60), code: z.string().max(100) })

/** Everything that a stranger with the code learns: enough to know the paper by, no mark, no whole name. */
const found = z.object({
  state: z.enum(paperStatuses),
  school: z.string(),
  city: z.string().nullable(),
  kind: z.enum(paperKinds),
  number: z.string(),
  code: z.string(),
  issuedOn: z.string(),
  student: z.object({ initials: z.string(), document: z.string() }).nullable(),
  /** Since when it is out of force. */
  endedOn: z.string().nullable(),
  replacedBy: z.object({ number: z.string(), code: z.string(), url: z.string() }).nullable(),
  /** SHA-256 of the PDF that the school keeps: that of a file in hand must be the same. */
  fileSha256: z.string().nullable(),
  signature: z.object({
    holds: z.boolean(),
    algorithm: z.literal('Ed25519'),
    /** Base64url: the signed text, the signature and the public key, for whoever wants to check it without us. */
    message: z.string(),
    value: z.string(),
    publicKey: z.string(),
  }),
})
export type VerifiedPaper = z.infer<typeof found>

export const verification = z.discriminatedUnion('state', [z.object({ state: z.literal('unknown') }), found])
export type Verification = z.infer<typeof verification>
