import type { Validity } from '@/lib/domain/requirements/schema'
import { addDays, daysBetween, type IsoDay } from '@/lib/shared/dates'
import { expectedDocumentType } from '@/lib/shared/documents-id'

/** A document of an earlier enrollment that was validated, or a consent that was accepted. */
export type EarlierPaper = {
  validatedOn: IsoDay | null
  /** Of a consent: `v3`. */
  documentVersion: string | null
  /** What the child was identified by when it was brought along before; null where nobody took that down. */
  identity: { type: string; number: string } | null
}

export type NewYear = {
  startsOn: IsoDay
  identity: { type: string; number: string }
  birthDate: IsoDay | null
  /** `v3`, of the consent's text as families read it now. */
  textVersion: string | null
}

/** The same day of the month, `months` later; the last one of a shorter month. */
function addMonths(day: IsoDay, months: number): IsoDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = (offset: number) => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10)
  const length = daysBetween(first(months), first(months + 1))
  return addDays(first(months), Math.min(date, length) - 1)
}

/** The registro civil until seven, the tarjeta until eighteen: from that birthday on the paper shows another document. */
function sameIdentity(paper: EarlierPaper, { identity, birthDate, startsOn }: NewYear): boolean {
  if (paper.identity && (paper.identity.type !== identity.type || paper.identity.number !== identity.number))
    return false
  if (!birthDate || !paper.validatedOn) return paper.identity !== null
  return expectedDocumentType(birthDate, paper.validatedOn) === expectedDocumentType(birthDate, startsOn)
}

/**
 * Whether a paper of an earlier year still counts on the first day of the new one, so that the family is not asked again.
 * Where that cannot be told it is asked again: rather once too often than never.
 */
export function stillCounts(
  requirement: { validity: Validity; validMonths: number | null },
  paper: EarlierPaper,
  year: NewYear,
): boolean {
  switch (requirement.validity) {
    case 'permanent':
      return true
    case 'year':
      return false
    case 'months':
      return (
        paper.validatedOn !== null &&
        requirement.validMonths !== null &&
        addMonths(paper.validatedOn, requirement.validMonths) >= year.startsOn
      )
    case 'identity':
      return sameIdentity(paper, year)
    case 'version':
      return paper.documentVersion !== null && paper.documentVersion === year.textVersion
  }
}
