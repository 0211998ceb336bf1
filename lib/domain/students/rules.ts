import type { IsoDay } from '@/lib/shared/dates'
import { type DocumentWarning, documentWarnings } from '@/lib/shared/documents-id'
import { isSimatName, type PersonName } from '@/lib/shared/names'
import { normalizeSearch } from '@/lib/shared/search-text'

export type Identity = PersonName & { documentType: string; documentNumber: string; birthDate?: IsoDay | null }

/** Keys in messages/<lang>/students.json under `duplicate`. */
export type DuplicateReason = 'sameNumber' | 'sameNameAndBirth' | 'similarNameAndBirth' | 'sameName'

export type DuplicateCandidate<T> = { student: T; score: number; reason: DuplicateReason }

function trigrams(text: string): Set<string> {
  const grams = new Set<string>()
  for (const word of text.split(' ').filter(Boolean)) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3))
  }
  return grams
}

/** Share of common trigrams, 0–1, counted as pg_trgm's `similarity` does, over text without accents and in any word order. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(normalizeSearch(a)), trigrams(normalizeSearch(b))]
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const gram of left) if (right.has(gram)) common += 1
  return common / (left.size + right.size - common)
}

const wholeName = (person: PersonName) =>
  [person.firstSurname, person.secondSurname, person.firstName, person.secondName].filter(Boolean).join(' ')

/** Names alike enough to ask: 0.55 keeps "Yeison/Jeison Gómez" and drops siblings, who share surnames only. */
const alike = 0.55

function compare(wanted: Identity, known: Identity): { score: number; reason: DuplicateReason } | null {
  if (wanted.documentNumber === known.documentNumber) {
    return wanted.documentType === known.documentType ? null : { score: 1, reason: 'sameNumber' }
  }
  const likeness = similarity(wholeName(wanted), wholeName(known))
  if (wanted.birthDate && wanted.birthDate === known.birthDate) {
    if (likeness >= 0.999) return { score: 0.95, reason: 'sameNameAndBirth' }
    if (likeness >= alike) return { score: 0.5 + likeness * 0.4, reason: 'similarNameAndBirth' }
    return null
  }
  const birthUnknown = !wanted.birthDate || !known.birthDate
  return likeness >= 0.999 && birthUnknown ? { score: 0.6, reason: 'sameName' } : null
}

/**
 * Students who may be the same child, most likely first, at most five: the same number under another type (the RC that
 * became a TI), or a similar name with the same birth date. Same type and number is no candidate but the student's own
 * record: the unique index answers for it. `known` is what a query preselected.
 */
export function duplicateCandidates<T extends Identity>(
  wanted: Identity,
  known: readonly T[],
): DuplicateCandidate<T>[] {
  return known
    .flatMap((student) => {
      const match = compare(wanted, student)
      return match ? [{ student, ...match }] : []
    })
    .sort((a, b) => b.score - a.score || wholeName(a.student).localeCompare(wholeName(b.student), 'es'))
    .slice(0, 5)
}

export type StudentWarning = {
  field: string
  key: `identity.documentWarning.${DocumentWarning}` | 'identity.nameWarning.simat'
}

/** What a secretary should look at twice, with the field and the sentence's key. Never blocks. */
export function studentWarnings(student: Identity, on: IsoDay): StudentWarning[] {
  const person = student.birthDate ? { birthDate: student.birthDate, on } : undefined
  const document = documentWarnings(student.documentType, student.documentNumber, person).map(
    (warning): StudentWarning => ({
      field: warning === 'age' ? 'documentType' : 'documentNumber',
      key: `identity.documentWarning.${warning}`,
    }),
  )
  const names = (['firstSurname', 'secondSurname', 'firstName', 'secondName'] as const)
    .filter((field) => student[field] && !isSimatName(student[field] ?? ''))
    .map((field): StudentWarning => ({ field, key: 'identity.nameWarning.simat' }))
  return [...document, ...names]
}
