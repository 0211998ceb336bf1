import { z } from 'zod'
import { isIsoDay, parseDay } from './dates'
import { identityDocumentTypes, normalizeDocumentNumber } from './documents-id'
import { isNamePart, normalizeNamePart } from './names'
import { parsePhone } from './phone'

const required = { error: 'validation.required' }
const tidy = (text: string) => text.normalize('NFC').replaceAll('\u0000', '').trim()

/** A text that must be there, trimmed, at most `max` characters. */
export const requiredText = (max: number) =>
  z.string(required).overwrite(tidy).min(1, required).max(max, { error: 'validation.tooLong' })

/** A text that may be blank: blank becomes null, absent stays absent. */
export const optionalText = (max: number) =>
  z
    .string({ error: 'validation.invalid' })
    .overwrite(tidy)
    .max(max, { error: 'validation.tooLong' })
    .transform((text) => text || null)
    .nullish()

/** One of `codes`, or blank (null). For a field that a form may leave open. */
export const optionalChoice = <const T extends string>(codes: readonly [T, ...T[]]) =>
  z
    .enum([...codes, ''], { error: 'validation.choose' })
    .transform((code) => (code === '' ? null : (code as T)))
    .nullish()

/** One of `codes`; nothing chosen says so. */
export const choice = <const T extends string>(codes: readonly [T, ...T[]]) =>
  z.enum(codes, { error: 'validation.choose' })

const namePart = z.string(required).overwrite(normalizeNamePart).max(60, { error: 'validation.tooLong' })

/** The four fields of a person's name. */
export const nameFields = {
  firstSurname: namePart
    .min(1, required)
    .refine((name) => name === '' || isNamePart(name), { error: 'validation.name' }),
  secondSurname: namePart
    .refine((name) => name === '' || isNamePart(name), { error: 'validation.name' })
    .transform((name) => name || null)
    .nullish(),
  firstName: namePart.min(1, required).refine((name) => name === '' || isNamePart(name), { error: 'validation.name' }),
  secondName: namePart
    .refine((name) => name === '' || isNamePart(name), { error: 'validation.name' })
    .transform((name) => name || null)
    .nullish(),
}

export const documentFields = {
  documentType: z.enum(identityDocumentTypes, { error: 'validation.documentType' }),
  documentNumber: z
    .string(required)
    .overwrite(normalizeDocumentNumber)
    .min(1, required)
    .max(30, { error: 'validation.tooLong' }),
}

const readDay = (text: string) => parseDay(text) ?? text.trim()

/** A day typed dd/mm/yyyy or sent YYYY-MM-DD; comes out as YYYY-MM-DD. */
export const dayField = z
  .string(required)
  .overwrite(readDay)
  .min(1, required)
  .refine((day) => day === '' || isIsoDay(day), { error: 'validation.day' })

export const optionalDay = z
  .string({ error: 'validation.day' })
  .overwrite(readDay)
  .refine((day) => day === '' || isIsoDay(day), { error: 'validation.day' })
  .transform((day) => day || null)
  .nullish()

/** A telephone as it is typed; comes out as E.164. */
export const optionalPhone = z
  .string({ error: 'validation.phone' })
  .overwrite((raw) => parsePhone(raw) ?? raw.trim())
  .refine((phone) => phone === '' || parsePhone(phone) !== null, { error: 'validation.phone' })
  .transform((phone) => phone || null)
  .nullish()

const address =
  /^[^\s@<>(),;:"\\[\]\p{C}]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u
// A longer text is refused anyway, and the pattern takes quadratic time.
const isEmail = (text: string) => text === '' || text.length > 255 || address.test(text)
const lower = (text: string) => text.trim().toLowerCase()

/** An e-mail in lower case. */
export const emailField = z
  .string(required)
  .overwrite(lower)
  .min(1, required)
  .max(255, { error: 'validation.tooLong' })
  .refine(isEmail, { error: 'validation.email' })

export const optionalEmail = z
  .string({ error: 'validation.email' })
  .overwrite(lower)
  .max(255, { error: 'validation.tooLong' })
  .refine(isEmail, { error: 'validation.email' })
  .transform((email) => email || null)
  .nullish()

/** A record's id, any UUID. */
export const idField = z.guid({ error: 'validation.id' })

/** The version that the person was looking at. */
export const versionField = z.coerce
  .number({ error: 'validation.invalid' })
  .int({ error: 'validation.invalid' })
  .min(1, { error: 'validation.invalid' })

/** Why something was done, for the history. */
export const optionalReason = optionalText(500)

/** What a list takes from the address: texts, so `true`, `false` and numbers are read from text too. */
export const queryFlag = z
  .union([z.boolean(), z.enum(['true', 'false'])], { error: 'validation.choose' })
  .transform((flag) => flag === true || flag === 'true')
  .optional()

export const pageFields = {
  cursor: z.string({ error: 'validation.cursor' }).max(2000, { error: 'validation.cursor' }).optional(),
  limit: z.coerce
    .number({ error: 'validation.limit' })
    .int({ error: 'validation.limit' })
    .min(1, { error: 'validation.limit' })
    .max(200, { error: 'validation.limit' })
    .default(50),
}
