import { randomBytes } from 'node:crypto'
import type { PublicContext } from '@/lib/platform/context'
import type { Directory } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import { composeMail } from '@/lib/platform/mail'
import { stepOf } from '@/lib/platform/one-time-code'
import type { MailMessage } from '@/lib/platform/outbox'
import { verifyPassword } from '@/lib/platform/password'
import { hashSecret, seal, unseal } from '@/lib/platform/secrets'
import { failedCode, failedTry, goodCode, goodTry, mayTry, mayTryCode } from '@/lib/platform/throttle'
import { codeFrom, readCode, showCode } from '@/lib/shared/spoken-code'
import { accountMails, linkAddress } from '../steps'
import { appCode, isFresh, recoveryCodeCount } from './rules'
import type { Proof } from './schema'

type Tables = Pick<Directory, 'userSecondFactor' | 'userRecoveryCode'>

const purpose = 'second factor'
export const sealFactor = (userId: string, secret: string): string => seal(purpose, userId, secret)
export const openFactor = (userId: string, sealed: string | null): string | null =>
  sealed ? unseal(purpose, userId, sealed) : null

export const factorColumns = { secret: true, lastStep: true } as const
export type Factor = { secret: string | null; lastStep: number }

/** A code opens once: of two who send the same one at the same moment only one is taken. */
async function takeAppCode(tables: Tables, userId: string, factor: Factor, code: string): Promise<boolean> {
  const secret = openFactor(userId, factor.secret)
  const step = secret ? stepOf(secret, code, factor.lastStep) : null
  if (step === null) return false
  const { count } = await tables.userSecondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

async function takeRecoveryCode(tables: Tables, userId: string, typed: string): Promise<boolean> {
  const code = readCode(typed)
  if (!code) return false
  const { count } = await tables.userRecoveryCode.updateMany({
    where: { userId, codeHash: hashSecret(code), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}

/**
 * Takes a code of the app or a recovery code, which is then used.
 * @returns which of the two it was
 * @throws AppError unauthenticated (`wrong_code`), rate_limited after several wrong ones
 */
export async function takeCode(
  tables: Tables,
  userId: string,
  factor: Factor,
  typed: string,
): Promise<'app' | 'recovery'> {
  await mayTryCode(userId)
  const digits = appCode(typed)
  const isRight = digits
    ? await takeAppCode(tables, userId, factor, digits)
    : await takeRecoveryCode(tables, userId, typed)
  if (!isRight) {
    await failedCode(userId)
    throw new AppError('unauthenticated', { reason: 'wrong_code' })
  }
  await goodCode(userId)
  return digits ? 'app' : 'recovery'
}

/** New recovery codes; whatever was left of the earlier ones stops working. */
export async function makeRecoveryCodes(tables: Tables, userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => codeFrom(randomBytes(10)))
  await tables.userRecoveryCode.deleteMany({ where: { userId } })
  await tables.userRecoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashSecret(code) })) })
  return codes.map(showCode)
}

type Asking = Tables & Pick<Directory, 'user' | 'authSession'>

/**
 * The person behind a change of the own second factor, who has just signed in, or shows the password or a code.
 * A computer that was left open is no proof.
 * @throws AppError unauthenticated; invalid at `password` or `code`; rate_limited
 */
export async function proveOneself(tables: Asking, ctx: PublicContext, { password, code }: Proof) {
  const { userId, sessionId } = ctx
  const [user, session] = await Promise.all([
    tables.user.findFirst({
      where: { id: userId ?? '', isActive: true },
      select: {
        id: true,
        email: true,
        fullName: true,
        locale: true,
        credential: { select: { passwordHash: true } },
        secondFactor: { select: { ...factorColumns, pendingSecret: true } },
      },
    }),
    tables.authSession.findFirst({ where: { id: sessionId ?? '' }, select: { createdAt: true } }),
  ])
  if (!user || !session) throw new AppError('unauthenticated')
  const factor = user.secondFactor
  const person = { ...user, factor }
  if (code && factor?.secret) {
    await takeCode(tables, user.id, factor, code).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'unauthenticated')
        throw new AppError('invalid', { field: 'code', reason: 'account.refusal.wrongCode' })
      throw error
    })
    return person
  }
  if (password) {
    await mayTry(user.email, ctx.ip)
    if (await verifyPassword(user.credential?.passwordHash ?? null, password)) {
      await goodTry(user.email, ctx.ip)
      return person
    }
    await failedTry(user.email, ctx.ip)
    throw new AppError('invalid', { field: 'password', reason: 'account.refusal.wrongCurrent' })
  }
  if (!isFresh(session.createdAt))
    throw new AppError('invalid', { field: 'password', reason: 'account.refusal.proofNeeded' })
  return person
}

/** Whoever did not do it learns of it. */
export async function factorMail(
  to: { email: string; fullName: string; locale: string },
  what: 'on' | 'off' | 'reset' | 'recovery',
  left = 0,
): Promise<MailMessage> {
  const t = await accountMails(to.locale)
  return {
    to: to.email,
    template: `second_factor_${what}`,
    ...composeMail({
      subject: t(`account.secondFactor.${what}.subject`),
      paragraphs: [
        t('account.greeting', { name: to.fullName }),
        t(`account.secondFactor.${what}.text`, { left }),
        t('account.changed.notMe'),
      ],
      button: { label: t('account.changed.button'), url: linkAddress('reset') },
      signature: t('account.signature'),
    }),
  }
}
