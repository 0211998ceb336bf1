import { z } from 'zod'
import { choice, emailField, idField, requiredText, versionField } from '@/lib/shared/fields'
import { networks } from './rules'

/** Languages of the interface. */
export const languages = ['es', 'en'] as const

export const signInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(255),
  password: z.string().max(256),
  /** Of the second factor, once the first answer has asked for it. */
  code: z.string().trim().max(40).default(''),
})

export const signedIn = z.object({ userId: z.uuid(), sessionId: z.uuid(), secret: z.string() })

/** A password as it is typed: never trimmed, looked at by `passwordProblem`. */
const typedPassword = z
  .string({ error: 'validation.required' })
  .min(1, { error: 'validation.required' })
  .max(512, { error: 'validation.passwordTooLong' })

/** Whatever is wrong with the token of a mail, the answer is the same: one friendly page. */
const mailToken = z.string({ error: 'validation.required' }).max(200)

export const requestResetInput = z.strictObject({ email: emailField })

export const readMailLinkInput = z.strictObject({ token: mailToken, purpose: choice(['reset', 'invitation']) })
export const mailLink = z.object({
  email: z.string(),
  fullName: z.string(),
  schools: z.array(z.string()),
  /** Shortest password that these schools take. */
  minPassword: z.number(),
})
export type MailLink = z.infer<typeof mailLink>

export const resetPasswordInput = z.strictObject({ token: mailToken, password: typedPassword })

export const acceptInvitationInput = z.strictObject({
  token: mailToken,
  fullName: requiredText(255),
  password: typedPassword,
})

/** With whom to sign in now. */
export const acceptedInvitation = z.object({ email: z.string() })

export const changePasswordInput = z.strictObject({ current: typedPassword, password: typedPassword })

export const profile = z.object({
  email: z.string(),
  fullName: z.string(),
  locale: z.enum(languages),
  version: z.number(),
  passwordChangedAt: z.string().nullable(),
  minPassword: z.number(),
})
export type Profile = z.infer<typeof profile>

export const updateProfileInput = z.strictObject({
  version: versionField,
  fullName: requiredText(255).optional(),
  locale: choice(languages).optional(),
})

export const sessionRow = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  ip: z.string().nullable(),
  /** `same`: the network of the session that looks at the list; `local`: the school's own or another one without internet address. */
  network: z.enum(networks),
  country: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  current: z.boolean(),
})
export type SessionRow = z.infer<typeof sessionRow>

export const sessionList = z.object({ items: z.array(sessionRow) })
export const endOwnSessionInput = z.strictObject({ sessionId: idField })
export const endedSessions = z.object({ ended: z.number() })
