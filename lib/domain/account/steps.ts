import type { PlatformDb } from '@/lib/platform/db/platform'
import type { Directory } from '@/lib/platform/db/tenant'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { hashPassword } from '@/lib/platform/password'
import { hashSecret, randomSecret } from '@/lib/platform/secrets'
import { translator } from '@/lib/platform/translator'
import type { MailLinkPurpose } from './rules'

/** The tables of people, in the transaction of the command that calls: a school's `directory` or the platform's `db`. */
type Tables = Pick<Directory, 'userToken' | 'userCredential' | 'authSession'>

/**
 * A one-use secret for a mail; earlier ones of the same kind stop working.
 * @returns the secret, which is stored as a hash only
 */
export async function makeMailLink(
  tables: Pick<Tables, 'userToken'>,
  userId: string,
  purpose: MailLinkPurpose,
  minutes: number,
): Promise<string> {
  const now = new Date()
  const secret = randomSecret()
  await tables.userToken.updateMany({ where: { userId, purpose, usedAt: null }, data: { usedAt: now } })
  await tables.userToken.create({
    data: {
      userId,
      purpose,
      tokenHash: hashSecret(secret),
      expiresAt: new Date(now.getTime() + minutes * 60_000),
    },
    select: { id: true },
  })
  return secret
}

/** Ends every session of the person, or all but one. @returns how many ended */
export async function endSessionsOf(
  tables: Pick<Tables, 'authSession'>,
  userId: string,
  keep?: string | null,
): Promise<number> {
  const { count } = await tables.authSession.updateMany({
    where: { userId, revokedAt: null, ...(keep ? { id: { not: keep } } : {}) },
    data: { revokedAt: new Date() },
  })
  return count
}

/** The new password; whatever still waits in a mail to set one stops working. */
export async function setPassword(
  tables: Pick<Tables, 'userCredential' | 'userToken'>,
  userId: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  const now = new Date()
  await tables.userCredential.upsert({
    where: { userId },
    create: { userId, passwordHash, changedAt: now },
    update: { passwordHash, changedAt: now, isShort: false },
  })
  await tables.userToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
}

type LinkTables = Pick<PlatformDb, 'userToken' | 'user'>

async function findMailLink(db: LinkTables, token: string, purpose: MailLinkPurpose) {
  const link = await db.userToken.findFirst({
    where: {
      tokenHash: hashSecret(token),
      purpose,
      usedAt: null,
      expiresAt: { gt: new Date() },
      user: { isActive: true },
    },
    select: { id: true, userId: true },
  })
  const user = link
    ? await db.user.findFirst({
        where: { id: link.userId },
        select: {
          id: true,
          email: true,
          fullName: true,
          locale: true,
          memberships: {
            where: { isActive: true, school: { isActive: true } },
            select: { school: { select: { name: true, slug: true } } },
          },
        },
      })
    : null
  if (!link || !user) throw await unavailable(db, token, purpose)
  return { linkId: link.id, user, schools: user.memberships.map(({ school }) => school) }
}

/** Who holds the secret of an invitation that was accepted is told so: the account is there, only the link is spent. */
async function unavailable(db: LinkTables, token: string, purpose: MailLinkPurpose): Promise<AppError> {
  const accepted =
    purpose === 'invitation' &&
    (await db.userToken.findFirst({
      where: {
        tokenHash: hashSecret(token),
        purpose,
        usedAt: { not: null },
        user: { isActive: true, credential: { isNot: null } },
      },
      select: { id: true },
    }))
  return new AppError('link_unavailable', accepted ? { reason: 'invitations.accepted', data: { accepted: true } } : {})
}

/** Whom a mail's secret belongs to. @throws AppError link_unavailable: unknown, used, expired, or the person was disabled */
export async function readMailLink(db: LinkTables, token: string, purpose: MailLinkPurpose) {
  const { user, schools } = await findMailLink(db, token, purpose)
  return { user, schools }
}

/** The same, and from now on the secret is used: of two at once only one gets it. */
export async function claimMailLink(db: LinkTables, token: string, purpose: MailLinkPurpose) {
  const { linkId, user, schools } = await findMailLink(db, token, purpose)
  const { count } = await db.userToken.updateMany({
    where: { id: linkId, usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count === 0) throw await unavailable(db, token, purpose)
  return { user, schools }
}

/** The page that a mail leads to. The secret stands behind `#`, where no server's log and no referrer sees it. */
export const linkAddress = (page: 'reset' | 'invite', secret?: string): string =>
  `${env().APP_URL}/${page}${secret ? `#${secret}` : ''}`

export const accountMails = (locale: string) => translator(locale, 'mails')
