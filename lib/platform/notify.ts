import { alwaysMailed, type NotificationKind, notificationKinds } from '@/lib/shared/notification-kinds'
import type { SchoolContext } from './context'
import { userIdOf } from './context'
import type { SchoolRows } from './db/rows'
import type { TenantClient } from './db/tenant'
import { env } from './env'
import { composeMail } from './mail'
import type { MailMessage } from './outbox'
import { can, type Permission, permissionsOf } from './permissions'
import { translator } from './translator'

/** Who can be told what: one of the rights, or everybody. */
const audiences: Record<NotificationKind, readonly Permission[]> = {
  documentsArrived: ['write:enrollment'],
  correctionAsked: ['write:convivencia'],
  correctionDecided: ['write:attendance'],
  excuseAsked: ['write:convivencia'],
  courseAssigned: ['write:grades'],
  courseReturned: ['write:grades'],
  periodChanged: ['write:grades'],
  meetingCalled: [],
  rolesChanged: [],
  jobDone: [],
  jobFailed: [],
  supportVisit: ['config:institution'],
}

/** The kinds that somebody with these rights may be told. */
export const kindsFor = (held: ReadonlySet<Permission>): NotificationKind[] =>
  notificationKinds.filter((kind) => {
    const needed = audiences[kind]
    return needed.length === 0 || needed.some((permission) => can(held, permission))
  })

/** Those of them that can be asked for by mail: the others come by mail in any case. */
export const mailableKinds = (held: ReadonlySet<Permission>): NotificationKind[] =>
  kindsFor(held).filter((kind) => !alwaysMailed.includes(kind))

export type Notice = {
  kind: NotificationKind
  /** These people; otherwise everybody who may be told this kind. Whoever acts is told nothing. */
  users?: readonly string[]
  /** Blanks of the kind's sentence; nothing about a child, for it may travel by mail. */
  data?: Record<string, string | number>
  /** Where it is looked at, below the school's address. What is unread and leads to the same place is one line with a count. */
  path: string
}

type Tools = {
  db: TenantClient
  rows: SchoolRows
  ctx: SchoolContext
  mail: (message: MailMessage) => Promise<void>
}

type Member = {
  userId: string
  roles: unknown
  mailedKinds: unknown
  user: { email: string; fullName: string; locale: string }
}

type Unread = { id: string; user_id: string }

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

async function recipients({ db, ctx }: Tools, { kind, users }: Notice): Promise<Member[]> {
  const members: Member[] = await db.schoolMembership.findMany({
    where: { isActive: true, ...(users ? { userId: { in: [...users] } } : {}), user: { isActive: true } },
    select: {
      userId: true,
      roles: true,
      mailedKinds: true,
      user: { select: { email: true, fullName: true, locale: true } },
    },
    // Two who tell the same people at the same moment come in the same order, and so never wait for each other.
    orderBy: { userId: 'asc' },
  })
  return members.filter(
    ({ userId, roles }) => userId !== userIdOf(ctx) && kindsFor(permissionsOf(listOf(roles))).includes(kind),
  )
}

/**
 * Tells people of the school what happened, in the caller's transaction; by mail too whoever asked for that, once until it
 * has been read.
 */
export async function notify(call: Tools, notice: Notice): Promise<void> {
  const { db, rows, ctx } = call
  const { kind, path, data = {} } = notice
  const members = await recipients(call, notice)
  if (members.length === 0) return
  const wanted = new Set(members.map(({ userId }) => userId))
  const alike = await rows.find<Unread>('notifications', { kind, path, read_at: null }, ['id', 'user_id'], {
    lock: true,
  })
  const known = alike.filter(({ user_id }) => wanted.has(user_id))
  await db.notification.updateMany({
    where: { id: { in: known.map(({ id }) => id) } },
    data: { count: { increment: 1 }, at: new Date(), data },
  })
  const told = new Set(known.map(({ user_id }) => user_id))
  const fresh = members.filter(({ userId }) => !told.has(userId))
  await db.notification.createMany({
    data: fresh.map(({ userId }) => ({ schoolId: ctx.schoolId, userId, kind, path, data })),
    skipDuplicates: true,
  })
  for (const { user, mailedKinds } of fresh)
    if (listOf(mailedKinds).includes(kind)) await call.mail(await mailOf(ctx, user, notice))
}

async function mailOf(ctx: SchoolContext, person: Member['user'], { kind, path, data = {} }: Notice) {
  const t = await translator(person.locale, 'notifications')
  const sentence = t(`kind.${kind}` as 'kind.documentsArrived', { count: 1, ...data })
  return {
    to: person.email,
    template: 'notification',
    ...composeMail({
      subject: sentence,
      paragraphs: [t('mail.greeting', { name: person.fullName }), sentence, t('mail.why')],
      button: { label: t('mail.button'), url: `${env().APP_URL}/${ctx.school.slug}/${path}` },
      signature: ctx.school.name,
    }),
  }
}
