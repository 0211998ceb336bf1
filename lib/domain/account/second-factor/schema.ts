import { z } from 'zod'

/** A code as it is typed: six digits of the app, or a recovery code in whatever grouping. */
const typedCode = z
  .string({ error: 'validation.required' })
  .overwrite((code) => code.trim())
  .max(40, { error: 'validation.tooBig' })

/** Who is asking once more: the present password, or a code; neither for who has just signed in. */
const proof = {
  password: z.string().max(512, { error: 'validation.passwordTooLong' }).optional(),
  code: typedCode.optional(),
}

export const proofInput = z.strictObject(proof)
export type Proof = z.output<typeof proofInput>

export const confirmInput = z.strictObject({ code: typedCode.min(1, { error: 'validation.required' }) })

export const secondFactorState = z.object({
  isOn: z.boolean(),
  since: z.string().nullable(),
  recoveryLeft: z.number(),
  /** Whether a school, or the platform, wants one; then it cannot be turned off. */
  needed: z.boolean(),
  /** Until when it can wait; null: it is there, or nobody has asked yet. */
  dueAt: z.string().nullable(),
  /** Whether the password is asked before something is changed: the person signed in some time ago. */
  asksProof: z.boolean(),
})
export type SecondFactorState = z.infer<typeof secondFactorState>

export const startedFactor = z.object({
  /** The secret in groups of four, for typing it into the app. */
  shownSecret: z.string(),
  address: z.string(),
  /** The same as a picture, a data: address. */
  qr: z.string(),
})
export type StartedFactor = z.infer<typeof startedFactor>

/** Shown once: they are kept as hashes. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) })
