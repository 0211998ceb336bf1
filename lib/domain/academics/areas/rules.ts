/**
 * The nine compulsory areas of basic education, Ley 115 de 1994 art. 23, by their number there; art. 31 asks the same of
 * the media académica. Names are in messages/<lang>/academics.json: `compulsory.<code>.{name,short}`.
 */
export const compulsoryAreas = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type CompulsoryArea = (typeof compulsoryAreas)[number]

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** Whether two names are the same to a reader: accents, capitals and blanks do not count. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b)

type Offer = { legalCode: number | null; name: string; shortName: string }

/** Those of the offer that the school lacks, by number of the law or by name. */
export function missingAreas<T extends Offer>(
  offer: readonly T[],
  existing: readonly { legalCode: number | null; name: string }[],
): T[] {
  return offer.filter(
    ({ legalCode, name }) =>
      !existing.some((area) => (legalCode !== null && area.legalCode === legalCode) || sameName(area.name, name)),
  )
}
