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

/** What a school puts before its numbers instead. */
export type PaperPrefixes = Partial<Record<PaperKind, string>>

export const prefixOf = (kind: PaperKind, prefixes: PaperPrefixes = {}): string => prefixes[kind] ?? letters[kind]

/** Numbers begin again with each calendar year, kind by kind: `CE-2026`. */
export const seriesOf = (kind: PaperKind, issuedOn: string, prefixes: PaperPrefixes = {}): string =>
  `${prefixOf(kind, prefixes)}-${issuedOn.slice(0, 4)}`

/** `CE-2026-00012` */
export const showNumber = (series: string, number: number): string => `${series}-${String(number).padStart(5, '0')}`

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
