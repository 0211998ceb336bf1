import { z } from 'zod'
import { identityDocumentTypes } from '@/lib/shared/documents-id'
import {
  choice,
  emailField,
  idField,
  optionalEmail,
  optionalPhone,
  optionalText,
  requiredText,
  versionField,
} from '@/lib/shared/fields'
import { normalizeNit } from '@/lib/shared/nit'
import { calendars, isReservedSlug, sectors, simatDelimiters, simatEncodings, slugShape } from './rules'

export const slugField = z
  .string({ error: 'validation.required' })
  .overwrite((slug) => slug.trim().toLowerCase())
  .min(1, { error: 'validation.required' })
  .refine((slug) => slug === '' || slugShape.test(slug), { error: 'validation.slug' })
  .refine((slug) => !isReservedSlug(slug), { error: 'validation.slugReserved' })

/** Stored as `899999001-7`; blank is null. */
export const nitField = z
  .string({ error: 'validation.nit' })
  .overwrite((raw) => normalizeNit(raw) ?? raw.trim())
  .refine((nit) => nit === '' || normalizeNit(nit) !== null, { error: 'validation.nit' })
  .transform((nit) => nit || null)
  .nullish()

const schoolFields = {
  name: requiredText(255),
  nit: nitField,
  resolution: optionalText(100),
  city: optionalText(100),
  sector: choice(sectors),
  calendar: choice(calendars),
}

/** What the superadmin fills in; the first rector gets an invitation by mail. */
export const createSchoolInput = z.strictObject({
  slug: slugField,
  ...schoolFields,
  rector: z.strictObject({ fullName: requiredText(255), email: emailField }),
})
export type CreateSchoolInput = z.input<typeof createSchoolInput>

/** The slug stays: it is in every address that people have kept. */
export const updateSchoolInput = z.strictObject({
  ...z.strictObject(schoolFields).partial().shape,
  version: versionField,
})
export type UpdateSchoolInput = z.input<typeof updateSchoolInput>

export const setSchoolActiveInput = z.strictObject({ schoolId: idField, version: versionField, isActive: z.boolean() })

/**
 * `school_settings.branding_settings`: colour, logo, and how families reach the school. The keys of objects are set by the
 * server: `pendingLogoKey` when it signs an upload, `logoKey` after it has looked at the file.
 */
export const brandingSettings = z.object({
  primaryColor: z.string().optional(),
  logoKey: z.string().nullish(),
  logoType: z.enum(['image/png', 'image/jpeg']).optional(),
  pendingLogoKey: z.string().nullish(),
  contact: z
    .object({ phone: z.string().nullish(), email: z.string().nullish(), address: z.string().nullish() })
    .optional(),
})
export type BrandingSettings = z.infer<typeof brandingSettings>

export const updateBrandingInput = z.strictObject({
  version: versionField,
  primaryColor: z
    .string({ error: 'validation.color' })
    .overwrite((color) => color.trim().toLowerCase())
    .regex(/^#[0-9a-f]{6}$/, { error: 'validation.color' }),
})

const digits = (length: number, error: string) =>
  z
    .string({ error })
    .overwrite((code) => code.replace(/[\s.-]/g, ''))
    .refine((code) => code === '' || (code.length === length && /^\d+$/.test(code)), { error })
    .transform((code) => code || null)
    .nullish()

const documentCodes = z.partialRecord(z.enum(identityDocumentTypes), z.string())

/**
 * `school_settings.simat_settings`: DANE codes of the establishment and of its main campus (12 digits; the check digit has
 * no published rule), the campus's number within it (14), the municipality (DIVIPOLA, 5), and how the files are written.
 */
export const simatSettings = z.object({
  institutionCode: z.string().nullish(),
  siteCode: z.string().nullish(),
  siteNumber: z.string().nullish(),
  municipalityCode: z.string().nullish(),
  exportEncoding: z.enum(simatEncodings).optional(),
  delimiter: z.enum(simatDelimiters).optional(),
  documentCodes: documentCodes.optional(),
})
export type SimatSettings = z.infer<typeof simatSettings>

export const updateSettingsInput = z.strictObject({
  version: versionField,
  peiSummary: optionalText(5000),
  simat: z
    .strictObject({
      institutionCode: digits(12, 'validation.dane'),
      siteCode: digits(12, 'validation.dane'),
      siteNumber: digits(14, 'validation.siteNumber'),
      municipalityCode: digits(5, 'validation.municipality'),
      exportEncoding: choice(simatEncodings).optional(),
      delimiter: choice(simatDelimiters).optional(),
      /** Only the kinds that are sent change; blank is SIMAT's own code again. */
      documentCodes: z
        .partialRecord(
          z.enum(identityDocumentTypes),
          z
            .string({ error: 'validation.simatCode' })
            .overwrite((code) => code.trim())
            .regex(/^\d{0,2}$/, { error: 'validation.simatCode' }),
        )
        .optional(),
    })
    .optional(),
  contact: z.strictObject({ phone: optionalPhone, email: optionalEmail, address: optionalText(255) }).optional(),
})
export type UpdateSettingsInput = z.input<typeof updateSettingsInput>

export const appearance = z.object({
  name: z.string(),
  primaryColor: z.string().nullable(),
  /** Changes with the picture, so that a browser may keep it; null without one. */
  logo: z.string().nullable(),
})
export type Appearance = z.infer<typeof appearance>

/** Everything that the page of the school's own data shows; two versions, because they are two rows. */
export const schoolProfile = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  nit: z.string().nullable(),
  resolution: z.string().nullable(),
  city: z.string().nullable(),
  sector: z.enum(sectors),
  calendar: z.enum(calendars),
  version: z.number(),
  settings: z.object({
    version: z.number(),
    peiSummary: z.string().nullable(),
    simat: z.object({
      institutionCode: z.string().nullable(),
      siteCode: z.string().nullable(),
      siteNumber: z.string().nullable(),
      municipalityCode: z.string().nullable(),
      exportEncoding: z.enum(simatEncodings),
      delimiter: z.enum(simatDelimiters),
      documentCodes,
    }),
    contact: z.object({ phone: z.string().nullable(), email: z.string().nullable(), address: z.string().nullable() }),
  }),
})
export type SchoolProfile = z.infer<typeof schoolProfile>

export const saved = z.object({ version: z.number() })
