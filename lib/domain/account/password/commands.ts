import { AppError } from '@/lib/platform/errors'
import { composeMail } from '@/lib/platform/mail'
import { done, platformCommand } from '@/lib/platform/operation'
import { verifyPassword } from '@/lib/platform/password'
import { countCall } from '@/lib/platform/rate-limit'
import { failedTry, goodTry, mayTry } from '@/lib/platform/throttle'
import { ownUserId } from '../policy'
import { resetMinutes, resetsPerHour } from '../rules'
import { changePasswordInput, requestResetInput, resetPasswordInput } from '../schema'
import { accountMails, claimMailLink, endSessionsOf, linkAddress, makeMailLink, setPassword } from '../steps'
import { refuseWeak } from './steps'

/** Longer than the work for a known account takes, so that the clock does not tell which accounts exist. */
const answerAfter = 350

/**
 * Sends the mail that lets a person choose a new password. The answer, and the time until it comes, is the same for
 * accounts that do not exist.
 */
export const requestReset = platformCommand({
  scope: 'public',
  name: 'account.requestReset',
  input: requestResetInput,
  output: done,
  run: async ({ db, ctx, input, mail, audit }) => {
    const began = performance.now()
    await countCall({ guess: `reset ${ctx.ip}` })
    const user = await db.user.findFirst({
      where: { email: input.email, isActive: true },
      select: { id: true, fullName: true, locale: true },
    })
    const since = new Date(Date.now() - 3_600_000)
    const asked = user
      ? await db.userToken.count({ where: { userId: user.id, purpose: 'reset', createdAt: { gt: since } } })
      : 0
    if (user && asked < resetsPerHour) {
      const secret = await makeMailLink(db, user.id, 'reset', resetMinutes)
      const t = await accountMails(user.locale)
      await mail({
        to: input.email,
        template: 'password_reset',
        ...composeMail({
          subject: t('account.reset.subject'),
          paragraphs: [
            t('account.greeting', { name: user.fullName }),
            t('account.reset.text', { minutes: resetMinutes }),
            t('account.reset.ignore'),
          ],
          button: { label: t('account.reset.button'), url: linkAddress('reset', secret) },
          signature: t('account.signature'),
        }),
      })
    }
    audit({ action: 'password.ask', entity: 'user', entityId: user?.id ?? null })
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, answerAfter - (performance.now() - began))))
    return { ok: true as const }
  },
})

/**
 * Sets a new password with the secret of the mail. Every session of the person ends.
 * @throws AppError link_unavailable whatever is wrong with the secret; invalid with the reason at `password`
 */
export const resetPassword = platformCommand({
  scope: 'public',
  name: 'account.resetPassword',
  input: resetPasswordInput,
  output: done,
  run: async ({ db, ctx, input, mail, audit }) => {
    await countCall({ guess: `link ${ctx.ip}` })
    const { user, schools } = await claimMailLink(db, input.token, 'reset')
    await refuseWeak(input.password, { ...user, schools })
    await setPassword(db, user.id, input.password)
    await endSessionsOf(db, user.id)
    await goodTry(user.email, ctx.ip)
    await mail(await passwordChanged(user))
    audit({ action: 'password.reset', entity: 'user', entityId: user.id })
    return { ok: true as const }
  },
})

/**
 * A new password for the person who is signed in and knows the present one; the other sessions end.
 * @throws AppError invalid at `current` or `password`, rate_limited after wrong ones
 */
export const changePassword = platformCommand({
  scope: 'public',
  name: 'account.changePassword',
  input: changePasswordInput,
  output: done,
  run: async ({ db, ctx, input, mail, audit }) => {
    const userId = ownUserId(ctx)
    const user = await db.user.findFirst({
      where: { id: userId, isActive: true },
      select: {
        id: true,
        email: true,
        fullName: true,
        locale: true,
        credential: { select: { passwordHash: true } },
        memberships: { where: { isActive: true }, select: { school: { select: { name: true, slug: true } } } },
      },
    })
    if (!user) throw new AppError('unauthenticated')
    await mayTry(user.email, ctx.ip)
    if (!(await verifyPassword(user.credential?.passwordHash ?? null, input.current))) {
      await failedTry(user.email, ctx.ip)
      throw new AppError('invalid', { field: 'current', reason: 'account.refusal.wrongCurrent' })
    }
    await goodTry(user.email, ctx.ip)
    if (input.password === input.current)
      throw new AppError('invalid', { field: 'password', reason: 'account.refusal.samePassword' })
    await refuseWeak(input.password, { ...user, schools: user.memberships.map(({ school }) => school) })
    await setPassword(db, user.id, input.password)
    await endSessionsOf(db, user.id, ctx.sessionId)
    await mail(await passwordChanged(user))
    audit({ action: 'password.change', entity: 'user', entityId: user.id })
    return { ok: true as const }
  },
})

/** Whoever did not do it learns of it. */
async function passwordChanged(user: { email: string; fullName: string; locale: string }) {
  const t = await accountMails(user.locale)
  return {
    to: user.email,
    template: 'password_changed',
    ...composeMail({
      subject: t('account.changed.subject'),
      paragraphs: [
        t('account.greeting', { name: user.fullName }),
        t('account.changed.text'),
        t('account.changed.notMe'),
      ],
      button: { label: t('account.changed.button'), url: linkAddress('reset') },
      signature: t('account.signature'),
    }),
  }
}
