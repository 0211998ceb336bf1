import { z } from 'zod'
import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { done, platformCommand } from '@/lib/platform/operation'
import { verifyPassword } from '@/lib/platform/password'
import { policyOf } from '@/lib/platform/session'
import { failedTry, goodTry, mayTry } from '@/lib/platform/throttle'
import { updateVersioned } from '@/lib/platform/version'
import { defined } from '@/lib/shared/defined'
import { ownUserId } from './policy'
import { signedIn, signInInput, updateProfileInput } from './schema'
import { factorColumns, factorMail, takeCode } from './second-factor/steps'
import { openSession, remindOfSecondFactor } from './sessions/steps'

/**
 * Opens a session for e-mail and password.
 * @throws AppError unauthenticated, the same for an unknown account, a wrong password and a person who was disabled;
 * `code_needed` and `wrong_code` where the password is right and the second factor is missing; rate_limited after
 * repeated failures
 */
export const signIn = platformCommand({
  scope: 'public',
  name: 'account.signIn',
  input: signInInput,
  output: signedIn,
  run: async ({ db, ctx, input, mail, audit }) => {
    await mayTry(input.email, ctx.ip)
    const user = await db.user.findFirst({
      where: { email: input.email },
      select: {
        id: true,
        email: true,
        fullName: true,
        locale: true,
        isActive: true,
        credential: { select: { passwordHash: true } },
        secondFactor: { select: { ...factorColumns, askedAt: true } },
      },
    })
    const matches = await verifyPassword(user?.credential?.passwordHash ?? null, input.password)
    if (!user || !matches || !user.isActive) {
      await failedTry(input.email, ctx.ip)
      throw new AppError('unauthenticated', { reason: 'wrong_credentials' })
    }
    const { id: userId, secondFactor: factor } = user
    if (factor?.secret) {
      if (!input.code) throw new AppError('unauthenticated', { reason: 'code_needed' })
      if ((await takeCode(db, userId, factor, input.code)) === 'recovery') {
        const left = await db.userRecoveryCode.count({ where: { userId, usedAt: null } })
        await mail(await factorMail(user, 'recovery', left))
        audit({ action: 'second_factor.recovery', entity: 'user', entityId: userId, after: { left } })
      }
    }
    await goodTry(input.email, ctx.ip)
    const policy = await policyOf(userId)
    await remindOfSecondFactor(db, userId, { wanted: policy.needsSecondFactor && !factor?.secret, factor })
    // The one moment in which its length can be seen: a minimum that was raised since reaches it here.
    const isShort = input.password.length < policy.minPassword
    await db.userCredential.updateMany({ where: { userId, isShort: !isShort }, data: { isShort } })
    const session = await openSession(db, ctx, userId, policy)
    audit({ action: 'session.open', entity: 'user', entityId: userId })
    return { userId, ...session }
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
