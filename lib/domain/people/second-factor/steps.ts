import { factorMail } from '@/lib/domain/account/second-factor/steps'
import { endSessionsOf } from '@/lib/domain/account/steps'
import type { Directory } from '@/lib/platform/db/tenant'
import { AppError } from '@/lib/platform/errors'
import type { MailMessage } from '@/lib/platform/outbox'
import { policyOf } from '@/lib/platform/session'

type Tables = Pick<Directory, 'user' | 'userSecondFactor' | 'userRecoveryCode' | 'authSession'>

/**
 * Forgets a person's second factor and recovery codes, and ends every session. Where one is wanted the days of grace are
 * over: the next sign-in leads to a new one and to nothing else.
 * @returns the mail that tells the person
 * @throws AppError not_allowed_now when there is none
 */
export async function forgetFactor(tables: Tables, userId: string): Promise<MailMessage> {
  const user = await tables.user.findFirst({
    where: { id: userId },
    select: { email: true, fullName: true, locale: true, secondFactor: { select: { confirmedAt: true } } },
  })
  if (!user?.secondFactor?.confirmedAt)
    throw new AppError('not_allowed_now', { reason: 'people.refusal.noSecondFactor' })
  const { needsSecondFactor } = await policyOf(userId)
  await tables.userRecoveryCode.deleteMany({ where: { userId } })
  await tables.userSecondFactor.updateMany({
    where: { userId },
    data: {
      secret: null,
      pendingSecret: null,
      confirmedAt: null,
      lastStep: 0,
      askedAt: needsSecondFactor ? new Date(0) : null,
    },
  })
  await endSessionsOf(tables, userId)
  return factorMail(user, 'reset')
}
