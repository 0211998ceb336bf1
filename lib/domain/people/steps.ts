import { linkAddress, makeMailLink } from '@/lib/domain/account/steps'
import type { SchoolContext } from '@/lib/platform/context'
import type { Directory, TenantClient } from '@/lib/platform/db/tenant'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { composeMail } from '@/lib/platform/mail'
import type { MailMessage } from '@/lib/platform/outbox'
import { translator } from '@/lib/platform/translator'
import { dayToDate, today } from '@/lib/shared/dates'
import { defaultPolicy } from '@/lib/shared/security-policy'
import type { SchoolRole } from './rules'

/** The tables of people, in the caller's transaction: a school's `directory` or the platform's `db`. */
type Tables = Pick<Directory, 'user' | 'userToken'>

export type Invitee = { id: string; email: string; fullName: string; locale: string; hasAccepted: boolean }

const columns = {
  id: true,
  email: true,
  fullName: true,
  locale: true,
  isActive: true,
  credential: { select: { userId: true } },
} as const

/**
 * The person with that e-mail; somebody new when nobody has it. Who exists keeps the name that they chose.
 * @throws AppError not_allowed_now when the platform has disabled the account
 */
export async function findOrAddPerson(
  tables: Pick<Tables, 'user'>,
  wanted: { email: string; fullName: string; locale: string },
): Promise<Invitee> {
  const known = await tables.user.findFirst({ where: { email: wanted.email }, select: columns })
  const { credential, isActive, ...person } = known ?? (await tables.user.create({ data: wanted, select: columns }))
  if (!isActive) throw new AppError('not_allowed_now', { field: 'email', reason: 'people.refusal.disabledAccount' })
  return { ...person, hasAccepted: credential !== null }
}

/**
 * During a visit no superadmin becomes a member, or more of one: they would be inside when the visit is over.
 * @throws AppError not_allowed_now
 */
export async function refuseSuperadminInVisit(
  { ctx, directory }: { ctx: Pick<SchoolContext, 'support'>; directory: Pick<Directory, 'user'> },
  userId: string,
): Promise<void> {
  if (!ctx.support) return
  const superadmin = await directory.user.findFirst({ where: { id: userId, isSuperadmin: true }, select: { id: true } })
  if (superadmin) throw new AppError('not_allowed_now', { reason: 'people.refusal.superadminVisit' })
}

/** The invitation with its one-use link, good for `days`; for who already has an account, the news that there is one more school. */
export async function invitationMail(
  tables: Pick<Tables, 'userToken'>,
  person: Invitee,
  at: { school: { name: string; slug: string }; roles: readonly SchoolRole[]; inviter: string; days?: number },
): Promise<MailMessage> {
  const [t, roleNames] = await Promise.all([translator(person.locale, 'mails'), translator(person.locale, 'people')])
  const roles = new Intl.ListFormat(person.locale).format(at.roles.map((role) => roleNames(`role.${role}`)))
  const days = at.days ?? defaultPolicy.invitationDays
  const values = { school: at.school.name, inviter: at.inviter, roles, days }
  const kind = person.hasAccepted ? 'added' : 'invitation'
  const url = person.hasAccepted
    ? `${env().APP_URL}/${at.school.slug}`
    : linkAddress('invite', await makeMailLink(tables, person.id, 'invitation', days * 24 * 60))
  return {
    to: person.email,
    template: kind,
    ...composeMail({
      subject: t(`people.${kind}.subject`, values),
      paragraphs: [
        t('people.greeting', { name: person.fullName }),
        t(`people.${kind}.text`, values),
        t(`people.${kind}.how`, values),
      ],
      button: { label: t(`people.${kind}.button`), url },
      signature: at.school.name,
    }),
  }
}

/**
 * Refuses while the person still has courses of a year that is not over: somebody else takes them first, so that no group
 * is without a teacher and it stays known who marked what.
 * @throws AppError not_allowed_now naming the courses; `data.assignments` for programs
 */
export async function refuseWithCourses(db: Pick<TenantClient, 'teacherAssignment'>, teacherId: string): Promise<void> {
  const open = await db.teacherAssignment.findMany({
    where: {
      teacherId,
      OR: [{ validTo: null }, { validTo: { gte: dayToDate(today()) } }],
      courseOffering: { classGroup: { schoolYear: { status: { in: ['planning', 'active'] } } } },
    },
    select: {
      id: true,
      courseOffering: { select: { subject: { select: { name: true } }, classGroup: { select: { code: true } } } },
    },
    orderBy: { validFrom: 'asc' },
    take: 100,
  })
  if (open.length === 0) return
  const assignments = open.map(({ id, courseOffering: { subject, classGroup } }) => ({
    id,
    subject: subject.name,
    group: classGroup.code,
  }))
  const courses = assignments.map(({ subject, group }) => `${subject} ${group}`).join(', ')
  throw new AppError('not_allowed_now', { reason: 'people.refusal.activeCourses', data: { courses, assignments } })
}
