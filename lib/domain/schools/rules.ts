import { type IdentityDocumentType, identityDocuments, simatDocumentCode } from '@/lib/shared/documents-id'
import { normalizeSearch } from '@/lib/shared/search-text'
import type { BrandingSettings, SchoolProfile, SimatSettings } from './schema'

export const sectors = ['official', 'private'] as const

export const calendars = ['A', 'B'] as const

export const simatEncodings = ['latin-1', 'utf-8'] as const

/** What stands between two fields of a SIMAT file; real exports use the first. */
export const simatDelimiters = [';', ',', '|', '\t'] as const

/** Another code than SIMAT's own for a kind of document, where a secretaría wants one. */
export type DocumentCodes = Partial<Record<IdentityDocumentType, string>>

/** The code that the school's files give a kind of document; null for a passport without a code of the school's own. */
export const simatCodeOf = (codes: DocumentCodes, type: string): string | null =>
  codes[type as IdentityDocumentType] ?? simatDocumentCode(type)

/**
 * A kind of document whose code another one has as well, or null: who reads the file back could not tell them apart.
 * A passport has no code of its own and may borrow one.
 */
export function sharedDocumentCode(codes: DocumentCodes): IdentityDocumentType | null {
  const known = identityDocuments.filter(({ simat }) => simat !== null).map(({ code }) => code)
  const seen = new Set<string | null>()
  for (const type of known) {
    const code = simatCodeOf(codes, type)
    if (seen.has(code))
      return Object.keys(codes).includes(type) ? type : (known.find((one) => codes[one] === code) ?? type)
    seen.add(code)
  }
  return null
}

/** Digits 2–6 of a DANE code are the municipality's (DIVIPOLA); worth a word, not a refusal: a few schools have moved. */
export const isOtherMunicipality = (institution: string | null, municipality: string | null): boolean =>
  institution?.length === 12 && municipality?.length === 5 && institution.slice(1, 6) !== municipality

/** First segments of addresses that belong to the system, and words that would mislead in a link. */
const reserved = new Set(
  `about account accounts acudientes admin administrator api app assets athena auth avatar blog certificado certificates
  contact dashboard dev docs download downloads empty error errors f family familia favicon files forgot healthz health help home
  images img invitation invite jobs legal live login logo logout mail mails main manifest me media metrics new next null oauth
  openapi pages password platform portal privacy proxy public ready recover register reset robots root s3 school schools search security
  session sessions settings setup sign-in sign-out sign-up signin signout signup sitemap soporte static status storage store
  superadmin support system terms token tokens undefined upload uploads user users v1 verify webhook webhooks well-known worker www`.split(
    /\s+/,
  ),
)

/** 3–40 small letters, digits and single hyphens, beginning with a letter. */
export const slugShape = /^(?=.{3,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug)
}

const fillers = new Set([
  'de',
  'del',
  'la',
  'las',
  'el',
  'los',
  'y',
  'e',
  'institucion',
  'educativa',
  'ie',
  'centro',
  'educativo',
])

/** "Institución Educativa San José de La Salle" → `san-jose-salle`: a proposal that the superadmin may change; '' when nothing is left. */
export function suggestSlug(name: string): string {
  const words = normalizeSearch(name)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean)
  const telling = words.filter((word) => !fillers.has(word))
  const slug = (telling.length > 0 ? telling : words)
    .slice(0, 4)
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '')
    .replace(/^[^a-z]+/, '')
  if (slug.length < 3) return ''
  return isReservedSlug(slug) ? `colegio-${slug}` : slug
}

type SchoolColumns = {
  id: string
  slug: string
  name: string
  nit: string | null
  resolution: string | null
  city: string | null
  sector: string
  calendar: string
  version: number
}

type SettingsColumns = {
  version: number
  peiSummary: string | null
  simatSettings: SimatSettings
  brandingSettings: BrandingSettings
}

/** What the page shows of the settings, blanks as null. */
export function settingsOf({ version, peiSummary, simatSettings, brandingSettings }: SettingsColumns) {
  const { phone, email, address } = brandingSettings.contact ?? {}
  return {
    version,
    peiSummary,
    simat: {
      institutionCode: simatSettings.institutionCode ?? null,
      exportEncoding: simatSettings.exportEncoding ?? ('latin-1' as const),
      delimiter: simatSettings.delimiter ?? (';' as const),
      municipalityCode: simatSettings.municipalityCode ?? null,
      siteCode: simatSettings.siteCode ?? null,
      siteNumber: simatSettings.siteNumber ?? null,
      documentCodes: simatSettings.documentCodes ?? {},
    },
    contact: { phone: phone ?? null, email: email ?? null, address: address ?? null },
  }
}

/** The stored rows as the school's page and the API read them. */
export function profileOf(school: SchoolColumns, settings: SettingsColumns): SchoolProfile {
  const { id, slug, name, nit, resolution, city, version } = school
  const sector = school.sector === 'private' ? ('private' as const) : ('official' as const)
  const calendar = school.calendar === 'B' ? ('B' as const) : ('A' as const)
  return { id, slug, name, nit, resolution, city, sector, calendar, version, settings: settingsOf(settings) }
}
