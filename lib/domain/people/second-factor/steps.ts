import { factorMail } from '@/lib/domain/account/second-factor/steps'
import { accountMails, endSessionsOf } from '@/lib/domain/account/steps'
import { writeAudit } from '@/lib/platform/audit'
import type { PlatformContext } from '@/lib/platform/context'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { rowsWithin } from '@/lib/platform/db/rows'
import type { Directory, Transaction } from '@/lib/platform/db/tenant'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { composeMail } from '@/lib/platform/mail'
import { mintForHistory } from '@/lib/platform/mint'
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

type Reset = { userId: string; name: string; reason: string }

/**
 * A reset by the platform is a matter of each school where the person works: it stands in that school's history, and its
 * other rectors learn of it.
 * @returns the mails that tell them
 */
export async function tellSchools(
  db: PlatformDb,
  ctx: PlatformContext,
  { userId, name, reason }: Reset,
): Promise<MailMessage[]> {
  const held = await db.schoolMembership.findMany({
    where: { userId, isActive: true, school: { isActive: true } },
    select: { id: true, school: { select: { id: true, slug: true, name: true } } },
  })
  const by = { userId: ctx.actor.userId, userName: ctx.actor.name }
  for (const { id, school } of held) {
    const rows = rowsWithin(db as unknown as Transaction, school.id)
    await writeAudit(rows, mintForHistory(school, by, ctx), [
      { action: 'membership.resetSecondFactor', entity: 'membership', entityId: id, after: { name }, reason },
    ])
  }
  const rectors = await db.schoolMembership.findMany({
    where: {
      schoolId: { in: held.map(({ school }) => school.id) },
      userId: { not: userId },
      isActive: true,
      roles: { array_contains: ['rector'] },
      user: { isActive: true },
    },
    select: {
      school: { select: { slug: true, name: true } },
      user: { select: { email: true, fullName: true, locale: true } },
    },
  })
  return Promise.all(
    rectors.map(async ({ school, user }) => {
      const t = await accountMails(user.locale)
      return {
        to: user.email,
        template: 'second_factor_reset_told',
        ...composeMail({
          subject: t('account.secondFactor.told.subject', { name }),
          paragraphs: [
            t('account.greeting', { name: user.fullName }),
            t('account.secondFactor.told.text', { by: ctx.actor.name, name, school: school.name }),
            t('account.secondFactor.told.reason', { reason }),
            t('account.secondFactor.told.doubt'),
          ],
          button: {
            label: t('account.secondFactor.told.button'),
            url: `${env().APP_URL}/${school.slug}/settings/audit`,
          },
          signature: t('account.signature'),
        }),
      }
    }),
  )
}
