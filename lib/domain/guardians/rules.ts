export type LinkFlags = { isPrimary: boolean; priority: number; canPickup: boolean; isEmergencyContact: boolean }

/**
 * The links of one child put in order: priorities 1, 2, 3… as they were asked for, exactly one primary (the one marked;
 * `preferred` wins over an earlier mark; nobody marked: the first). What the caller does not say defaults to a parent's
 * usual rights for the primary and none for others.
 */
export function arrangeLinks<T extends Partial<LinkFlags>>(
  links: readonly T[],
  preferred?: (link: T) => boolean,
): (T & LinkFlags)[] {
  const inOrder = links
    .map((link, index) => ({ link, index }))
    .sort((a, b) => (a.link.priority ?? 99) - (b.link.priority ?? 99) || a.index - b.index)
    .map(({ link }) => link)
  const chosen =
    inOrder.find((link) => link.isPrimary && preferred?.(link)) ?? inOrder.find((link) => link.isPrimary) ?? inOrder[0]
  return inOrder.map((link, index) => ({
    ...link,
    priority: index + 1,
    isPrimary: link === chosen,
    canPickup: link.canPickup ?? link === chosen,
    isEmergencyContact: link.isEmergencyContact ?? link === chosen,
  }))
}

/** Positions of guardians who are listed a second time, by id or by document. */
export function repeatedGuardians(
  links: readonly { guardianId?: string; guardian?: { documentType: string; documentNumber: string } }[],
): number[] {
  const seen = new Set<string>()
  return links.flatMap(({ guardianId, guardian }, index) => {
    const key = guardianId ?? `${guardian?.documentType} ${guardian?.documentNumber}`
    if (seen.has(key)) return [index]
    seen.add(key)
    return []
  })
}
