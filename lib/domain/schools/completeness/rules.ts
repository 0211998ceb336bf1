/** Pages of the settings that a school fills in; the others show what happened. */
export const completablePages = [
  'school',
  'years',
  'people',
  'requirements',
  'consents',
  'branding',
  'security',
  'simat',
  'numbering',
] as const
export type CompletablePage = (typeof completablePages)[number]

export const missingThings = [
  'nit',
  'resolution',
  'city',
  'contact',
  'pei',
  'activeYear',
  'periods',
  'secretary',
  'requirements',
  'consentText',
  'color',
  'logo',
  'rectorFactor',
  'dane',
  'municipality',
  'signer',
] as const
export type Missing = (typeof missingThings)[number]

export type SetUp = Record<Missing, boolean>

const needs: Record<CompletablePage, readonly Missing[]> = {
  school: ['nit', 'resolution', 'city', 'contact', 'pei'],
  years: ['activeYear', 'periods'],
  people: ['secretary'],
  requirements: ['requirements'],
  consents: ['consentText'],
  branding: ['color', 'logo'],
  security: ['rectorFactor'],
  simat: ['dane', 'municipality'],
  numbering: ['signer'],
}

/** What each page still lacks. `there`: what the school has. */
export const missingByPage = (there: SetUp): { page: CompletablePage; missing: Missing[] }[] =>
  completablePages.map((page) => ({ page, missing: needs[page].filter((thing) => !there[thing]) }))
