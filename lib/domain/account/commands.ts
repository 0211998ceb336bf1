import { z } from 'zod'
import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { verifyPassword } from '@/lib/platform/password'
import { hashSecret, randomSecret } from '@/lib/platform/secrets'
import { sessionLimits } from '@/lib/platform/session'
import { failedTry, goodTry, mayTry } from '@/lib/platform/throttle'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { ownUserId } from './policy'
import { signedIn, signInInput, updateProfileInput } from './schema'

/**
 * Opens a session for e-mail and password.
 * @throws AppError unauthenticated, the same for an unknown account, a wrong password and a person who was disabled;
 * rate_limited after repeated failures
 */
export const signIn = platformCommand({
  scope: 'public',
  name: 'account.signIn',
  input: signInInput,
  output: signedIn,
  run: async ({ db, ctx, input, audit }) => {
    await mayTry(input.email, ctx.ip)
    const user = await db.user.findFirst({
      where: { email: input.email },
      select: { id: true, isActive: true, credential: { select: { passwordHash: true } } },
    })
    const matches = await verifyPassword(user?.credential?.passwordHash ?? null, input.password)
    if (!user || !matches || !user.isActive) {
      await failedTry(input.email, ctx.ip)
      throw new AppError('unauthenticated', { reason: 'wrong_credentials' })
    }
    await goodTry(input.email, ctx.ip)
    const live = await db.authSession.findMany({
      where: { userId: user.id, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { lastSeenAt: 'desc' },
      skip: sessionLimits.perUser - 1,
      select: { id: true },
    })
    if (live.length > 0) {
      await db.authSession.updateMany({
        where: { id: { in: live.map(({ id }) => id) } },
        data: { revokedAt: new Date() },
      })
    }
    const secret = randomSecret()
    const session = await db.authSession.create({
      data: {
        userId: user.id,
        secretHash: hashSecret(secret),
        ip: ctx.ip,
        userAgent: ctx.userAgent,
        expiresAt: new Date(Date.now() + sessionLimits.absoluteHours * 3_600_000),
      },
      select: { id: true },
    })
    audit({ action: 'session.open', entity: 'user', entityId: user.id })
    return { userId: user.id, sessionId: session.id, secret }
  },
})

/** Ends one session by its id, which only the sealed cookie of that session holds. */
export const endSession = platformCommand({
  scope: 'public',
  name: 'account.endSession',
  input: z.strictObject({ sessionId: z.uuid() }),
  output: done,
  run: async ({ db, input, audit }) => {
    const session = await db.authSession.findFirst({ where: { id: input.sessionId }, select: { userId: true } })
    await db.authSession.updateMany({
      where: { id: input.sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (session) audit({ action: 'session.close', entity: 'user', entityId: session.userId })
    return { ok: true as const }
  },
})

/** The own name and language. @throws AppError conflict with the profile as it is now */
export const updateProfile = platformCommand({
  scope: 'public',
  name: 'account.updateProfile',
  input: updateProfileInput,
  output: z.object({ version: z.number() }),
  run: async ({ db, ctx, input: { version, ...sent }, audit }) => {
    const data = defined(sent)
    const id = ownUserId(ctx)
    const before = await db.user.findFirst({ where: { id }, select: { fullName: true, locale: true } })
    if (!before) throw new AppError('unauthenticated')
    const saved = await updateVersioned<ProfileRow>(db.user, { id, version, data, shows: ['fullName', 'locale'] })
    audit({ action: 'user.updateProfile', entity: 'user', entityId: id, ...changed(before, data) })
    return { version: saved.version }
  },
})

type ProfileRow = { id: string; version: number; fullName: string; locale: string }
