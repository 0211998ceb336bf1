import { ageOn, type IsoDay } from './dates'

/**
 * Identity documents with SIMAT's codes (there is no 4, and none for a passport).
 * `digits`: a number without letters; `length`: usual number of characters, both only for warnings.
 */
export const identityDocuments = [
  { code: 'RC', simat: '5', foreign: false, digits: false, length: [8, 11] },
  { code: 'TI', simat: '2', foreign: false, digits: true, length: [10, 11] },
  { code: 'CC', simat: '1', foreign: false, digits: true, length: [3, 10] },
  { code: 'NUIP', simat: '7', foreign: false, digits: false, length: [8, 11] },
  { code: 'NIP', simat: '6', foreign: false, digits: false, length: [3, 20] },
  { code: 'PPT', simat: '13', foreign: true, digits: true, length: [5, 8] },
  { code: 'PEP', simat: '10', foreign: true, digits: true, length: [15, 15] },
  { code: 'CE', simat: '3', foreign: true, digits: true, length: [3, 7] },
  { code: 'PA', simat: null, foreign: true, digits: false, length: [5, 20] },
  { code: 'TMF', simat: '12', foreign: true, digits: false, length: [3, 20] },
  { code: 'VISA', simat: '11', foreign: true, digits: false, length: [3, 20] },
  { code: 'CABILDO', simat: '9', foreign: false, digits: false, length: [1, 20] },
  { code: 'NES', simat: '8', foreign: true, digits: false, length: [3, 20] },
] as const

export type IdentityDocumentType = (typeof identityDocuments)[number]['code']

export const identityDocumentTypes = identityDocuments.map((document) => document.code) as [
  IdentityDocumentType,
  ...IdentityDocumentType[],
]

const find = (type: string) => identityDocuments.find((document) => document.code === type)

/** SIMAT's TIPO_DOCUMENTO; null for a passport or an unknown type. */
export function simatDocumentCode(type: string): string | null {
  return find(type)?.simat ?? null
}

/** Given to people without Colombian nationality (NES: by the secretaría, to who has no papers). */
export function isForeignDocument(type: string): boolean {
  return find(type)?.foreign ?? false
}

/** As stored: letters and digits only, letters in capitals. Leading zeros stay. */
export function normalizeDocumentNumber(raw: string): string {
  return raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9Ñ]/g, '')
}

/** `1098765432` → `1.098.765.432`; numbers with letters as they are. */
export function showDocumentNumber(number: string): string {
  return /^\d+$/.test(number) ? number.replace(/\B(?=(\d{3})+$)/g, '.') : number
}

/** `TI 1.098.765.432`. */
export function showDocument(type: string, number: string): string {
  return `${type} ${showDocumentNumber(number)}`
}

/** What a Colombian of that age carries: RC to 6, TI from 7, CC from 18. */
export function expectedDocumentType(birthDate: IsoDay, on: IsoDay): 'RC' | 'TI' | 'CC' {
  const age = ageOn(birthDate, on)
  return age < 7 ? 'RC' : age < 18 ? 'TI' : 'CC'
}

/** Keys in messages/<lang>/identity.json under `documentWarning`. */
export type DocumentWarning = 'length' | 'letters' | 'age'

/** What looks wrong about a document. To be shown, never to block: old and foreign papers break every rule. */
export function documentWarnings(
  type: string,
  number: string,
  person?: { birthDate: IsoDay; on: IsoDay },
): DocumentWarning[] {
  const document = find(type)
  if (!document || number === '') return []
  const [min, max] = document.length
  const warnings: DocumentWarning[] = []
  if (number.length < min || number.length > max) warnings.push('length')
  if (document.digits && /\D/.test(number)) warnings.push('letters')
  const aged = type === 'RC' || type === 'TI' || type === 'CC'
  if (aged && person && expectedDocumentType(person.birthDate, person.on) !== type) warnings.push('age')
  return warnings
}
