import { z } from 'zod'
import { choice, idField, optionalText, requiredText } from '@/lib/shared/fields'

/** What a guardian accepts, each apart; the codes are those of the required documents. */
export const consentCodes = ['habeas_data', 'tratamiento_datos'] as const
export type ConsentCode = (typeof consentCodes)[number]

export const linkChannels = ['email', 'whatsapp', 'qr'] as const
export type LinkChannel = (typeof linkChannels)[number]

/** `expired`, `revoked` and `used_up` look alike to who opens the link; the school sees which. */
export const linkStates = ['valid', 'expired', 'revoked', 'used_up'] as const
export type LinkState = (typeof linkStates)[number]

/** `days` until the link expires, default 15. */
export const createLinkInput = z.strictObject({
  guardianId: idField,
  channel: choice(linkChannels),
  days: z.coerce
    .number({ error: 'validation.invalid' })
    .int()
    .min(1, { error: 'validation.invalid' })
    .max(60, { error: 'validation.invalid' })
    .default(15),
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

export const revokeConsentInput = z.strictObject({
  studentId: idField,
  consentTextId: idField,
  reason: optionalText(500),
})

/** A changed text is a new version; what was accepted stays with the version that was shown. */
export const saveConsentTextInput = z.strictObject({
  code: choice(consentCodes),
  title: requiredText(150),
  body: requiredText(20_000),
})
