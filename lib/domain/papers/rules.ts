import { normalizeSearch } from '@/lib/shared/search-text'

export const certificateKinds = [
  'enrollment_certificate',
  'grades_certificate',
  'performance_certificate',
  'clearance',
] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** What a student can owe the school; a paz y salvo names who attests that there is nothing. */
export const attestSubjects = ['treasury', 'library', 'goods'] as const

export const paperKinds = [...certificateKinds, 'report_card', 'final_report'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperStatuses = ['valid', 'replaced', 'annulled'] as const
export type PaperStatus = (typeof paperStatuses)[number]

/** The letters before a number, as a Colombian secretary's book has them. */
const letters: Record<PaperKind, string> = {
  enrollment_certificate: 'CE',
  grades_certificate: 'CN',
  performance_certificate: 'CD',
  clearance: 'PS',
  report_card: 'BO',
  final_report: 'IF',
}

/** Numbers begin again with each calendar year, kind by kind: `CE-2026`. */
export const seriesOf = (kind: PaperKind, issuedOn: string): string => `${letters[kind]}-${issuedOn.slice(0, 4)}`

/** `CE-2026-00012` */
export const showNumber = (series: string, number: number): string => `${series}-${String(number).padStart(5, '0')}`

// Crockford's letters: none that a reader takes for a digit, so that a code can be read out over the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** A code out of ten random bytes: 80 bits, sixteen characters. */
export function codeFrom(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let code = ''
  for (let place = 0; place < codeLength; place += 1) {
    code = alphabet[Number(rest % 32n)] + code
    rest /= 32n
  }
  return code
}

/** What somebody typed or scanned as a stored code, or null when it cannot be one. O is read as 0, I and L as 1. */
export function readCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** `7K3M-9QPT-4XWZ-2HNB` */
export const showCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

export type SignedFacts = {
  schoolId: string
  documentId: string
  kind: string
  series: string
  number: number
  code: string
  contentHash: string
}

/** The text that a school's key signs; published with the verification, so that anybody can check it without us. */
export const signedMessage = (facts: SignedFacts): string =>
  [
    'athena-paper-1',
    facts.schoolId,
    facts.documentId,
    facts.kind,
    showNumber(facts.series, facts.number),
    facts.code,
    facts.contentHash,
  ].join('\n')

/** "M. F. R. C.": enough for who holds the paper to recognise its owner, too little to find a child by. */
export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${normalizeSearch(word).charAt(0).toUpperCase()}.`)
    .join(' ')

/** "TI ····· 887" */
export function maskedDocument(document: string): string {
  const [type = '', ...number] = document.split(' ')
  const digits = number.join('').replace(/[.\s]/g, '')
  return `${type} ····· ${digits.slice(-3)}`.trim()
}

export type Fate = { ok: true } | { ok: false; reason: 'papers.refusal.notValid' | 'papers.refusal.reasonRequired' }

/** Only a valid paper can be replaced or annulled, once, and never without a reason. */
export function leaveForce(status: PaperStatus, reason: string | null | undefined): Fate {
  if (status !== 'valid') return { ok: false, reason: 'papers.refusal.notValid' }
  return reason?.trim() ? { ok: true } : { ok: false, reason: 'papers.refusal.reasonRequired' }
}
