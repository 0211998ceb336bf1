/** Lower case, without accents (ñ becomes n), every run of other signs one blank: "NÚÑEZ-Ortiz" → "nunez ortiz". */
export function normalizeSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What is stored beside a person and searched with LIKE: names, then documents without dots. At most 400 characters. */
export function searchText(
  names: readonly (string | null | undefined)[],
  documents: readonly (string | null | undefined)[] = [],
): string {
  const parts = [
    ...names.map((name) => normalizeSearch(name ?? '')),
    ...documents.map((number) => normalizeSearch(number ?? '').replaceAll(' ', '')),
  ]
  return parts.filter(Boolean).join(' ').slice(0, 400)
}

/**
 * The words of a query, each of which must occur in the stored text. Letters and digits only, so that a LIKE pattern
 * needs no escaping; "1.098.765.432" and "1 098 765 432" are one word. At most 6 words.
 */
export function searchTerms(query: string): string[] {
  const joined = query.slice(0, 200).replace(/(?<=\d)[.\s,](?=\d{3}(?:\D|$))/g, '')
  return [...new Set(normalizeSearch(joined).split(' ').filter(Boolean))].slice(0, 6)
}
