import { addDays, today } from '@/lib/shared/dates'
import type { LinkState } from './schema'

export type LinkFacts = { expiresAt: Date; revokedAt: Date | null; useCount: number; maxUses: number }

/** Revoked wins over used up, used up over expired: the school sees what it did itself first. */
export function linkState(link: LinkFacts, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  if (link.useCount >= link.maxUses) return 'used_up'
  return link.expiresAt.getTime() <= now.getTime() ? 'expired' : 'valid'
}

/** The end of a link that is given `days` days: the last second of that day in Bogotá, so that "until Friday" includes Friday. */
export function linkExpiry(now: Date, days: number): Date {
  return new Date(`${addDays(today(now), days)}T23:59:59-05:00`)
}

/**
 * The form of a consent text that is hashed (SHA-256 of its UTF-8 bytes) and shown: composed letters, `\n` line ends, no blanks
 * at line ends, at most one empty line in a row. The same words always have the same hash.
 */
export function canonicalText(title: string, body: string): string {
  const tidy = (text: string) =>
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  return `${tidy(title)}\n\n${tidy(body)}`
}

/** Whether a text says something else than the newest version, so that a new version is needed. */
export function isNewVersion(
  newest: { title: string; body: string } | null,
  wanted: { title: string; body: string },
): boolean {
  return !newest || canonicalText(newest.title, newest.body) !== canonicalText(wanted.title, wanted.body)
}

/** "Sofía, Juan y Ana": the children's given names for a message. */
export function nameList(names: readonly string[], locale = 'es'): string {
  return new Intl.ListFormat(locale.startsWith('en') ? 'en' : 'es', { type: 'conjunction' }).format(names)
}
