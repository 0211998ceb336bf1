import { z } from 'zod'
import { choice, versionField } from '@/lib/shared/fields'
import { logoTypes, MAX_LOGO_BYTES } from './rules'

export const branding = z.object({
  version: z.number(),
  primaryColor: z.string().nullable(),
  /** Changes with the picture; null without one. */
  logo: z.string().nullable(),
})
export type Branding = z.infer<typeof branding>

export const prepareLogoInput = z.strictObject({
  size: z
    .number({ error: 'validation.invalid' })
    .int({ error: 'validation.invalid' })
    .min(1, { error: 'validation.fileEmpty' })
    .max(MAX_LOGO_BYTES, { error: 'validation.logoTooLarge' }),
  contentType: choice(logoTypes),
  sha256: z.string({ error: 'validation.sha256' }).regex(/^[0-9a-f]{64}$/, { error: 'validation.sha256' }),
})

export const logoTicket = z.object({
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.string(),
})

export const changeLogoInput = z.strictObject({ version: versionField })

export const logoAddress = z.object({ url: z.string(), contentType: z.enum(logoTypes) })
