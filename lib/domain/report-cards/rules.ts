export const cardStatuses = ['issued', 'published', 'replaced', 'annulled'] as const
export type CardStatus = (typeof cardStatuses)[number]

/** In force: the one that counts for its student and period. */
export const standingCards: readonly CardStatus[] = ['issued', 'published']

export const isStanding = (status: CardStatus): boolean => standingCards.includes(status)

export type Refusal =
  | 'reportCards.refusal.alreadyIssued'
  | 'reportCards.refusal.reasonRequired'
  | 'reportCards.refusal.nothingToCorrect'

export type Verdict = { ok: true; edition: number } | { ok: false; reason: Refusal }

/**
 * Whether a card may be written, and as which edition. The first one is written as it is; once there is one, another is a
 * correction: it needs a reason, and the earlier one is kept as replaced.
 * @param earlier editions of the same student, period and kind
 */
export function nextEdition(
  earlier: readonly { number: number; status: CardStatus }[],
  correction: { reason?: string | null } | null,
): Verdict {
  const edition = 1 + Math.max(0, ...earlier.map(({ number }) => number))
  const standing = earlier.some(({ status }) => isStanding(status))
  if (!correction) return standing ? { ok: false, reason: 'reportCards.refusal.alreadyIssued' } : { ok: true, edition }
  if (!standing) return { ok: false, reason: 'reportCards.refusal.nothingToCorrect' }
  return correction.reason?.trim() ? { ok: true, edition } : { ok: false, reason: 'reportCards.refusal.reasonRequired' }
}

/** "boletin-6-A-Rios-Sofia-P2.pdf": plain letters, so that every system opens it. */
export function cardFileName(card: {
  listName: string
  groupCode: string | null
  period: number | null
  edition: number
}) {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  const kind = card.period === null ? 'informe-final' : 'boletin'
  const parts = [kind, card.groupCode && plain(card.groupCode), plain(card.listName), card.period && `P${card.period}`]
  return `${parts.filter(Boolean).join('-').slice(0, 120)}${card.edition > 1 ? `-v${card.edition}` : ''}.pdf`
}
