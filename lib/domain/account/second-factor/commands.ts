import { AppError } from '@/lib/platform/errors'
import { codeAddress, newCodeSecret, stepOf } from '@/lib/platform/one-time-code'
import { done, platformCommand } from '@/lib/platform/operation'
import { qrImage } from '@/lib/platform/qr-image'
import { policyOf } from '@/lib/platform/session'
import { failedCode, goodCode, mayTryCode } from '@/lib/platform/throttle'
import { ownUserId } from '../policy'
import { endSessionsOf } from '../steps'
import { appCode, inGroups } from './rules'
import { confirmInput, type Proof, proofInput, recoveryCodes, startedFactor } from './schema'
import { factorMail, makeRecoveryCodes, openFactor, proveOneself, sealFactor } from './steps'

/**
 * A secret for the person's app; nothing changes until its first code is confirmed, so that a second factor that is on
 * stays on while another phone is set up.
 * @throws AppError invalid at `password` or `code` when who asks is not proven; rate_limited
 */
export const startSecondFactor = platformCommand({
  scope: 'public',
  name: 'account.startSecondFactor',
  input: proofInput,
  output: startedFactor,
  run: async ({ db, ctx, input, audit }) => {
    const person = await proveOneself(db, ctx, input)
    if (person.factor?.secret && !input.password && !input.code)
      throw new AppError('invalid', { field: 'password', reason: 'account.refusal.proofNeeded' })
    const userId = person.id
    const secret = newCodeSecret()
    const pendingSecret = sealFactor(userId, secret)
    await db.userSecondFactor.upsert({
      where: { userId },
      create: { userId, pendingSecret },
      update: { pendingSecret },
    })
    audit({ action: 'second_factor.start', entity: 'user', entityId: userId })
    const address = codeAddress(secret, person.email)
    return { shownSecret: inGroups(secret), address, qr: await qrImage(address) }
  },
})

/**
 * Turns the second factor on with the first code of the app. Other sessions, opened without it, end.
 * @returns ten recovery codes, which are never shown again
 * @throws AppError invalid at `code`; not_allowed_now when nothing was started; rate_limited
 */
export const confirmSecondFactor = platformCommand({
  scope: 'public',
  name: 'account.confirmSecondFactor',
  input: confirmInput,
  output: recoveryCodes,
  run: async ({ db, ctx, input, mail, audit }) => {
    const userId = ownUserId(ctx)
    await mayTryCode(userId)
    const user = await db.user.findFirst({
      where: { id: userId, isActive: true },
      select: { email: true, fullName: true, locale: true, secondFactor: { select: { pendingSecret: true } } },
    })
    if (!user) throw new AppError('unauthenticated')
    const pendingSecret = user.secondFactor?.pendingSecret ?? null
    const secret = openFactor(userId, pendingSecret)
    if (!secret) throw new AppError('not_allowed_now', { reason: 'account.refusal.factorNotStarted' })
    const step = stepOf(secret, appCode(input.code) ?? '', 0)
    if (step === null) {
      await failedCode(userId)
      throw new AppError('invalid', { field: 'code', reason: 'account.refusal.wrongCode' })
    }
    const { count } = await db.userSecondFactor.updateMany({
      where: { userId, pendingSecret },
      data: { secret: pendingSecret, pendingSecret: null, confirmedAt: new Date(), lastStep: step },
    })
    if (count === 0) throw new AppError('not_allowed_now', { reason: 'account.refusal.factorNotStarted' })
    await goodCode(userId)
    const codes = await makeRecoveryCodes(db, userId)
    await endSessionsOf(db, userId, ctx.sessionId)
    await mail(await factorMail(user, 'on'))
    audit({ action: 'second_factor.on', entity: 'user', entityId: userId })
    return { codes }
  },
})

/** Having signed in a moment ago is not enough for what opens the account on another day. @throws AppError invalid */
function refuseUnproven({ password, code }: Proof): void {
  if (!password && !code) throw new AppError('invalid', { field: 'password', reason: 'account.refusal.proofNeeded' })
}

/** Ten new recovery codes; the earlier ones stop working. @throws AppError invalid; not_allowed_now; rate_limited */
export const renewRecoveryCodes = platformCommand({
  scope: 'public',
  name: 'account.renewRecoveryCodes',
  input: proofInput,
  output: recoveryCodes,
  run: async ({ db, ctx, input, audit }) => {
    refuseUnproven(input)
    const person = await proveOneself(db, ctx, input)
    if (!person.factor?.secret) throw new AppError('not_allowed_now', { reason: 'account.refusal.factorOff' })
    const codes = await makeRecoveryCodes(db, person.id)
    audit({ action: 'second_factor.renewCodes', entity: 'user', entityId: person.id })
    return { codes }
  },
})

/**
 * Turns the second factor off.
 * @throws AppError not_allowed_now when a school wants it; invalid at `password` or `code`; rate_limited
 */
export const turnOffSecondFactor = platformCommand({
  scope: 'public',
  name: 'account.turnOffSecondFactor',
  input: proofInput,
  output: done,
  run: async ({ db, ctx, input, mail, audit }) => {
    const userId = ownUserId(ctx)
    if ((await policyOf(userId)).needsSecondFactor)
      throw new AppError('not_allowed_now', { reason: 'account.refusal.factorWanted' })
    refuseUnproven(input)
    const person = await proveOneself(db, ctx, input)
    if (!person.factor?.secret) throw new AppError('not_allowed_now', { reason: 'account.refusal.factorOff' })
    await db.userRecoveryCode.deleteMany({ where: { userId } })
    await db.userSecondFactor.deleteMany({ where: { userId } })
    await mail(await factorMail(person, 'off'))
    audit({ action: 'second_factor.off', entity: 'user', entityId: userId })
    return { ok: true as const }
  },
})
