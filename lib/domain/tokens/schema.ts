import { z } from 'zod'
import { type Permission, permissions } from '@/lib/platform/permissions'
import { choice, dayField, idField, requiredText } from '@/lib/shared/fields'

/** Rights that a program never gets: of the platform, and of a guardian's page. */
const notForPrograms: Permission[] = ['manage:schools', 'family:self']

export const tokenScopes = permissions.filter((permission) => !notForPrograms.includes(permission))

const scopeField = choice(permissions).refine((scope) => tokenScopes.includes(scope), { error: 'validation.choose' })

export const createTokenInput = z.strictObject({
  name: requiredText(100),
  scopes: z
    .array(scopeField, { error: 'validation.scopeNeeded' })
    .min(1, { error: 'validation.scopeNeeded' })
    .max(permissions.length, { error: 'validation.tooBig' })
    .overwrite((scopes) => permissions.filter((permission) => scopes.includes(permission))),
  /** The last day on which it opens something, at most a year away. */
  lastDay: dayField,
})
export type CreateTokenInput = z.input<typeof createTokenInput>

export const createdToken = z.object({
  id: z.string(),
  /** Shown here and never again. */
  token: z.string(),
  name: z.string(),
  expiresAt: z.string(),
})
export type CreatedToken = z.infer<typeof createdToken>

export const tokenStates = ['valid', 'expired', 'revoked'] as const

export const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  /** Its last characters, to tell it from others. */
  hint: z.string(),
  owner: z.string(),
  own: z.boolean(),
  scopes: z.array(z.enum(permissions)),
  state: z.enum(tokenStates),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export type TokenRow = z.infer<typeof tokenRow>

export const tokenList = z.object({ items: z.array(tokenRow) })
export const revokeTokenInput = z.strictObject({ tokenId: idField })
