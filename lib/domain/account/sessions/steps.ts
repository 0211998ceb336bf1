import type { PublicContext } from '@/lib/platform/context'
import type { Directory } from '@/lib/platform/db/tenant'
import { hashSecret, randomSecret } from '@/lib/platform/secrets'
import { sessionLimits } from '@/lib/platform/session'
import type { PersonalPolicy } from '@/lib/shared/security-policy'
import { describeDevice, networkOf } from '../rules'
import type { SessionRow } from '../schema'

type Tables = Pick<Directory, 'authSession' | 'userSecondFactor'>

/** A session of the person; the oldest ones end where there would be more than the strictest of the schools allows. */
export async function openSession(
  tables: Pick<Tables, 'authSession'>,
  { ip, userAgent, country }: PublicContext,
  userId: string,
  { sessionsPerPerson }: PersonalPolicy,
): Promise<{ sessionId: string; secret: string }> {
  const live = await tables.authSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    skip: sessionsPerPerson - 1,
    select: { id: true },
  })
  if (live.length > 0) {
    await tables.authSession.updateMany({
      where: { id: { in: live.map(({ id }) => id) } },
      data: { revokedAt: new Date() },
    })
  }
  const secret = randomSecret()
  const { id } = await tables.authSession.create({
    data: {
      userId,
      secretHash: hashSecret(secret),
      ip,
      userAgent,
      country: country ?? null,
      expiresAt: new Date(Date.now() + sessionLimits.absoluteHours * 3_600_000),
    },
    select: { id: true },
  })
  return { sessionId: id, secret }
}

/**
 * Starts the days of grace at the first sign-in at which a second factor is wanted and missing, and forgets them when
 * nobody wants it any more: a school that asks again gives its days again.
 */
export async function remindOfSecondFactor(
  tables: Pick<Tables, 'userSecondFactor'>,
  userId: string,
  { wanted, factor }: { wanted: boolean; factor: { askedAt: Date | null } | null },
): Promise<void> {
  const askedAt = wanted ? (factor?.askedAt ?? new Date()) : null
  if (askedAt === (factor?.askedAt ?? null)) return
  await tables.userSecondFactor.upsert({ where: { userId }, create: { userId, askedAt }, update: { askedAt } })
}

type Stored = {
  id: string
  userAgent: string | null
  ip: string | null
  country: string | null
  createdAt: Date
  lastSeenAt: Date
}

export const sessionColumns = {
  id: true,
  userAgent: true,
  ip: true,
  country: true,
  createdAt: true,
  lastSeenAt: true,
} as const

/** A session as its list shows it: device, and place as far as it can be known. `viewer`: the address that looks. */
export const showSession = (
  { userAgent, createdAt, lastSeenAt, ...row }: Stored,
  { viewer, current }: { viewer: string; current: boolean },
): SessionRow => ({
  ...row,
  ...describeDevice(userAgent),
  network: networkOf(row.ip, viewer),
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  current,
})
