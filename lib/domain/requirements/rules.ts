import { ageOn, type IsoDay } from '@/lib/shared/dates'
import { isForeignDocument } from '@/lib/shared/documents-id'
import { gradeOrder, isGradeLevel } from '@/lib/shared/grades'
import type { AppliesTo, Validity } from './schema'

export type EnrollmentFacts = {
  /** new | returning | transfer */
  kind: string
  gradeLevel: string
  documentType: string
  birthDate?: IsoDay | null
  /** The day on which the age counts; without it the age is unknown. */
  on?: IsoDay
}

const flag = (value: unknown) => value === undefined || typeof value === 'boolean'
const grade = (value: unknown) => value === undefined || (typeof value === 'string' && isGradeLevel(value))
const age = (value: unknown) =>
  value === undefined || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 99)

const known: { [K in keyof Required<AppliesTo>]: (value: unknown) => boolean } = {
  new: flag,
  returning: flag,
  transfer: flag,
  foreign: flag,
  minGrade: grade,
  maxGrade: grade,
  minAge: age,
}

/**
 * The condition as stored; what cannot be read is no condition, so that a paper is rather asked for than forgotten.
 * By hand and not by zod: the form of a new enrollment runs this rule in the browser, where zod would be a fifth of its script.
 */
function conditionOf(stored: unknown): AppliesTo {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
  const given = stored as Record<string, unknown>
  const sound = Object.entries(known).every(([name, fits]) => fits(given[name]))
  return sound ? (given as AppliesTo) : {}
}

function applies(rule: AppliesTo, facts: EnrollmentFacts): boolean {
  const { kind, gradeLevel, documentType, birthDate, on } = facts
  const kinds = { new: rule.new, returning: rule.returning, transfer: rule.transfer }
  const anyKindNamed = Object.values(kinds).some((named) => named === true)
  const forKind = kinds[kind as keyof typeof kinds] ?? !anyKindNamed
  const oldEnough =
    rule.minAge === undefined || (birthDate && on ? ageOn(birthDate, on) >= rule.minAge : documentType !== 'RC')
  return (
    forKind &&
    (rule.foreign === undefined || rule.foreign === isForeignDocument(documentType)) &&
    (rule.minGrade === undefined || gradeOrder(gradeLevel) >= gradeOrder(rule.minGrade)) &&
    (rule.maxGrade === undefined || gradeOrder(gradeLevel) <= gradeOrder(rule.maxGrade)) &&
    oldEnough
  )
}

/** What of the school's list (in its order) this enrollment is asked for. */
export function requiredDocumentsFor<T extends { appliesTo: unknown }>(
  list: readonly T[],
  facts: EnrollmentFacts,
): T[] {
  return list.filter((requirement) => applies(conditionOf(requirement.appliesTo), facts))
}

const everyone = { new: true, returning: true, transfer: true } as const
const newcomers = { new: true, returning: false, transfer: true } as const
const movers = { new: false, returning: false, transfer: true } as const

type Entry = {
  code: string
  kind?: 'consent'
  appliesTo: AppliesTo
  optional?: true
  off?: true
  sector?: 'private'
  /** Absent: a file is asked anew each year, a consent when its text changes. */
  validity?: Validity
  validMonths?: number
}

/**
 * What schools ask for, in the order in which families read it. `off`: in the catalogue, but not asked until the school
 * switches it on. Nothing here ever keeps a child out: see the commitment in enrollments/rules. Transición asks for no earlier
 * certificates (DURSE 2.3.3.2.2.1.4); the registro civil is the identity document until seven.
 */
const catalogue: Entry[] = [
  { code: 'birth_certificate', validity: 'permanent', appliesTo: { ...newcomers, foreign: false } },
  { code: 'identity_document', validity: 'identity', appliesTo: { ...everyone, foreign: false, minAge: 7 } },
  { code: 'foreign_identity', appliesTo: { ...everyone, foreign: true } },
  { code: 'guardian_document', validity: 'permanent', appliesTo: newcomers },
  { code: 'health_affiliation', appliesTo: everyone },
  { code: 'vaccination_card', validity: 'permanent', appliesTo: { ...newcomers, maxGrade: '5' } },
  {
    code: 'health_assessment',
    validity: 'months',
    validMonths: 12,
    appliesTo: { ...newcomers, maxGrade: '0' },
    optional: true,
  },
  { code: 'report_card', validity: 'permanent', appliesTo: { ...newcomers, minGrade: '2' } },
  { code: 'previous_grades', validity: 'permanent', appliesTo: { ...newcomers, minGrade: '6' } },
  { code: 'partial_marks', appliesTo: { ...movers, minGrade: '1' } },
  { code: 'clearance', appliesTo: movers, optional: true },
  { code: 'simat_withdrawal', validity: 'permanent', appliesTo: movers, optional: true },
  { code: 'photo', appliesTo: everyone, optional: true },
  { code: 'utility_bill', appliesTo: newcomers, optional: true },
  { code: 'family_record', appliesTo: movers, optional: true, off: true },
  { code: 'disability_support', appliesTo: everyone, optional: true, off: true },
  { code: 'ethnic_or_victim_certificate', validity: 'permanent', appliesTo: newcomers, optional: true, off: true },
  { code: 'custody_document', appliesTo: everyone, optional: true, off: true },
  { code: 'pre_enrollment_form', appliesTo: { new: false, returning: true, transfer: false }, off: true },
  { code: 'service_contract', appliesTo: everyone, sector: 'private' },
  { code: 'promissory_note', appliesTo: everyone, sector: 'private' },
  { code: 'habeas_data', kind: 'consent', appliesTo: everyone },
  { code: 'tratamiento_datos', kind: 'consent', appliesTo: everyone },
]

export type CatalogueTexts = Record<string, { name: string; help: string }>

export type DefaultRequirement = {
  code: string
  name: string
  help: string
  kind: 'file' | 'consent'
  appliesTo: AppliesTo
  required: boolean
  validity: Validity
  validMonths: number | null
  position: number
  isActive: boolean
}

/** Codes whose texts are in messages/<lang>/requirements.json under `catalogue.<code>` (name, help, review). */
export const catalogueCodes: readonly string[] = catalogue.map((entry) => entry.code)

/** Codes of the catalogue that hold sensitive data (Ley 1581 de 2012, art. 5): opened only with `read:sensitive`. */
export const sensitiveRequirements: readonly string[] = [
  'disability_support',
  'ethnic_or_victim_certificate',
  'health_assessment',
]

/** The list of a new school, ready to be stored. `texts`: `catalogue` of messages/es/requirements.json, which the school may then reword. */
export function defaultRequirements(sector: string, texts: CatalogueTexts): DefaultRequirement[] {
  return catalogue
    .filter((entry) => !entry.sector || entry.sector === sector)
    .map((entry, index) => ({
      code: entry.code,
      name: texts[entry.code]?.name ?? entry.code,
      help: texts[entry.code]?.help ?? '',
      kind: entry.kind ?? 'file',
      appliesTo: entry.appliesTo,
      required: !entry.optional,
      validity: entry.validity ?? (entry.kind === 'consent' ? 'version' : 'year'),
      validMonths: entry.validMonths ?? null,
      position: (index + 1) * 10,
      isActive: !entry.off,
    }))
}
