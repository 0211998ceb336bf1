import { createHash } from 'node:crypto'
import { linkExpiry } from '@/lib/domain/families/rules'
import { hashSecret } from '@/lib/platform/secrets'
import type { Opening } from './enrollments'
import type { Random } from './random'
import type { PlacedStudent, SchoolRows } from './rows'

/** The token of the demo's one known family link: school first, as every link's, then a secret that is none. */
export function demoToken(schoolId: string): string {
  const school = Buffer.from(schoolId.replaceAll('-', ''), 'hex').toString('base64url')
  return school + createHash('sha256').update(`athena demo ${schoolId}`).digest('base64url')
}

const day = 86_400_000
const atWorkNow = ['untouched', 'partly', 'rejected', 'inReview', 'ready', 'commitment', 'overdue']

type Desk = {
  schoolId: string
  rows: SchoolRows
  random: Random
  newId: () => string
  secretary: { id: string }
  now: Date
}

/**
 * Ways in for the families whose papers are being worked on. Who has sent something has opened one; of the others some
 * never did, a few let it run out or got it revoked. Answers the link of each guardian.
 */
export function giveLinks(
  desk: Desk,
  openings: readonly Omit<Opening, 'linkId'>[],
  known: PlacedStudent,
): Map<string, string> {
  const { schoolId, rows, random, newId, secretary, now } = desk
  const links = new Map<string, string>()
  const add = (guardianId: string, createdAt: Date, over: Partial<SchoolRows['familyLinks'][number]>) => {
    const id = newId()
    rows.familyLinks.push({
      schoolId,
      id,
      guardianId,
      tokenHash: hashSecret(`${id} ${random.next()}`),
      channel: random.weighted([
        ['whatsapp', 6],
        ['email', 3],
        ['qr', 1],
      ] as const),
      createdBy: secretary.id,
      createdAt,
      expiresAt: linkExpiry(createdAt, 14),
      ...over,
    })
    links.set(guardianId, id)
  }
  const demoGuardian = known.guardians[0]!.id
  add(demoGuardian, now, {
    tokenHash: hashSecret(demoToken(schoolId)),
    channel: 'qr',
    expiresAt: linkExpiry(now, 30),
    maxUses: 1000,
  })
  for (const { student, story, from } of openings) {
    const guardianId = student.guardians[0]!.id
    if (!atWorkNow.includes(story) || links.has(guardianId)) continue
    const recent = new Date(Math.max(from.getTime(), now.getTime() - 13 * day))
    if (story !== 'untouched')
      add(guardianId, recent, { useCount: random.int(1, 4), lastUsedAt: new Date(recent.getTime() + 3_600_000) })
    else if (random.chance(0.55)) add(guardianId, recent, {})
    else if (random.chance(0.2)) add(guardianId, new Date(now.getTime() - 40 * day), { channel: 'email' })
    else if (random.chance(0.1)) add(guardianId, recent, { revokedAt: now })
  }
  return links
}
