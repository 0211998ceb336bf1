import type { AuditEntry } from '@/lib/platform/audit'
import { writeAudit } from '@/lib/platform/audit'
import type { PlatformDb } from '@/lib/platform/db/platform'
import { rowsWithin } from '@/lib/platform/db/rows'
import type { Transaction } from '@/lib/platform/db/tenant'
import { env } from '@/lib/platform/env'
import { composeMail } from '@/lib/platform/mail'
import { mintForHistory } from '@/lib/platform/mint'
import { queueMail } from '@/lib/platform/outbox'
import type { RequestMeta } from '@/lib/platform/request'
import { translator } from '@/lib/platform/translator'

export type School = { id: string; slug: string; name: string }
export type Grant = { id: string; userId: string; userName: string; reason: string; mode: string; expiresAt: Date }

/** One line of a visit in the history that the school itself reads. */
export const visitLine = (verb: 'start' | 'end', grant: Grant, after: Record<string, unknown> = {}): AuditEntry => ({
  action: `support.${verb}`,
  entity: 'support',
  entityId: grant.id,
  reason: grant.reason,
  after: { mode: grant.mode, until: grant.expiresAt.toISOString(), ...after },
})

/** Writes into the school's own history, in the platform's transaction. */
export async function tellSchool(
  db: PlatformDb,
  school: School,
  grant: Pick<Grant, 'userId' | 'userName'>,
  meta: RequestMeta,
  entry: AuditEntry,
): Promise<void> {
  const ctx = mintForHistory(school, grant, meta)
  await writeAudit(rowsWithin(db as unknown as Transaction, school.id), ctx, [entry])
}

/** A mail to each rector: who comes in, why and until when. It stands among the school's own mails. */
export async function tellRectors(db: PlatformDb, school: School, grant: Grant, meta: RequestMeta): Promise<void> {
  const rectors = await db.schoolMembership.findMany({
    where: {
      schoolId: school.id,
      isActive: true,
      roles: { array_contains: ['rector'] },
      user: { isActive: true },
    },
    select: { user: { select: { fullName: true, email: true, locale: true } } },
  })
  const ctx = mintForHistory(school, grant, meta)
  for (const { user } of rectors) {
    const t = await translator(user.locale, 'mails')
    const until = new Intl.DateTimeFormat(user.locale === 'en' ? 'en-GB' : 'es-CO', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'America/Bogota',
    }).format(grant.expiresAt)
    await queueMail(db as unknown as Transaction, ctx, {
      to: user.email,
      template: 'support',
      ...composeMail({
        subject: t('support.subject', { school: school.name }),
        paragraphs: [
          t('people.greeting', { name: user.fullName }),
          t(grant.mode === 'full' ? 'support.full' : 'support.read', {
            name: grant.userName,
            school: school.name,
            until,
          }),
          t('support.reason', { reason: grant.reason }),
          t('support.audit'),
        ],
        button: { label: t('support.button'), url: `${env().APP_URL}/${school.slug}/settings/audit` },
        signature: t('account.signature'),
      }),
    })
  }
}
