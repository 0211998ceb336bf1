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

type StoredVisit = {
  id: string
  userName: string
  reason: string
  mode: string
  startedAt: Date
  expiresAt: Date
  endedAt: Date | null
  endedBy: string | null
  endNote: string | null
}

/** A visit as both sides read it; one whose time is over has ended, whether its line is written yet or not. */
export const shownVisit = (grant: StoredVisit, now = new Date()) => ({
  id: grant.id,
  name: grant.userName,
  reason: grant.reason,
  mode: grant.mode === 'full' ? ('full' as const) : ('read' as const),
  startedAt: grant.startedAt.toISOString(),
  until: grant.expiresAt.toISOString(),
  endedAt: (grant.endedAt ?? (grant.expiresAt <= now ? grant.expiresAt : null))?.toISOString() ?? null,
  endedBy: grant.endedBy,
  endNote: grant.endNote,
  runs: grant.endedAt === null && grant.expiresAt > now,
})

/** One line of a visit in the history that the school itself reads. */
export const visitLine = (verb: 'start' | 'end', grant: Grant, after: Record<string, unknown> = {}): AuditEntry => ({
  action: `support.${verb}`,
  entity: 'support',
  entityId: grant.id,
  reason: grant.reason,
  after: { mode: grant.mode, until: grant.expiresAt.toISOString(), ...after },
})

/** Where the school sees its visits, and ends them; a notice of its own for each visit. */
const visitsPath = (visitId: string) => `settings/security?visit=${visitId}#visits`

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

/** A mail and a notice to each rector: who comes in, why and until when, and where the visit can be ended. */
export async function tellRectors(db: PlatformDb, school: School, grant: Grant, meta: RequestMeta): Promise<void> {
  const rectors = await db.schoolMembership.findMany({
    where: {
      schoolId: school.id,
      isActive: true,
      roles: { array_contains: ['rector'] },
      user: { isActive: true },
    },
    select: { userId: true, user: { select: { fullName: true, email: true, locale: true } } },
  })
  await rowsWithin(db as unknown as Transaction, school.id).insert(
    'notifications',
    rectors.map(({ userId }) => ({
      user_id: userId,
      kind: 'supportVisit',
      path: visitsPath(grant.id),
      data: { name: grant.userName, mode: grant.mode },
    })),
  )
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
        button: { label: t('support.button'), url: `${env().APP_URL}/${school.slug}/${visitsPath(grant.id)}` },
        signature: t('account.signature'),
      }),
    })
  }
}
