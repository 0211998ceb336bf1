import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { naturalName } from '@/lib/shared/names'
import { filled, nameColumns } from '../record/steps'
import { arrangeLinks, type LinkFlags } from '../rules'
import type { Relationship } from '../schema'

export type Link = LinkFlags & { id: string; guardianId: string; relationship: string; name: string }
export type Wanted = Partial<LinkFlags> & { relationship?: Relationship; guardianId: string; name: string }

/** The child's row is taken first: two secretaries who change one family at the same time come one after the other. */
export async function lockFamily({ db }: Pick<CommandCall, 'db'>, studentId: string): Promise<Link[]> {
  const { count } = await db.student.updateMany({ where: { id: studentId }, data: { updatedAt: new Date() } })
  if (count === 0) throw new AppError('not_found')
  const rows = await db.studentGuardian.findMany({
    where: { studentId },
    orderBy: [{ priority: 'asc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      guardianId: true,
      relationship: true,
      isPrimary: true,
      priority: true,
      canPickup: true,
      isEmergencyContact: true,
      guardian: { select: nameColumns },
    },
  })
  return rows.map(({ guardian, ...link }) => ({ ...link, name: naturalName(guardian) }))
}

const said = ({
  name,
  relationship,
  isPrimary,
  priority,
  canPickup,
  isEmergencyContact,
}: Omit<Link, 'id' | 'guardianId'>) => ({
  name,
  relationship,
  isPrimary,
  priority,
  canPickup,
  isEmergencyContact,
})

/**
 * Brings the links of one child into the wanted state: order without gaps, exactly one primary.
 * @param family as it is stored; `lockFamily` gives it
 */
export async function arrangeFamily(
  call: CommandCall,
  studentId: string,
  family: Link[],
  wanted: Wanted[],
): Promise<void> {
  const stored = new Map(family.map((link) => [link.guardianId, link]))
  const asked = wanted.map((want) => {
    const before = stored.get(want.guardianId)
    // A place that is asked for is just above or just below who stands there, depending on where one comes from.
    const place =
      want.priority === undefined
        ? before?.priority
        : want.priority + ((before?.priority ?? 99) < want.priority ? 0.5 : -0.5)
    const { priority: _, ...flags } = want
    return { ...before, ...filled(flags), ...(place === undefined ? {} : { priority: place }) } as Wanted & {
      id?: string
    }
  })
  const names = new Set(wanted.map((want) => want.guardianId))
  const untouched = family.filter((link) => !names.has(link.guardianId))
  const arranged = arrangeLinks<Wanted & { id?: string }>(
    [...(untouched as (Wanted & { id?: string })[]), ...asked],
    (link) => names.has(link.guardianId),
  )
  const changes = arranged.flatMap((link) => {
    const before = link.id ? stored.get(link.guardianId) : undefined
    return before
      ? [{ before, link: link as Link, news: changed<Record<string, unknown>>(said(before), said(link as Link)) }]
      : []
  })
  // The one who stops being the primary goes first: at no moment are there two.
  const inOrder = changes
    .filter(({ news }) => Object.keys(news.after).length > 0)
    .sort((a, b) => Number(a.link.isPrimary) - Number(b.link.isPrimary))
  for (const { link, news } of inOrder) {
    const { name: _, ...data } = news.after
    await call.db.studentGuardian.updateMany({ where: { id: link.id }, data })
    if (!names.has(link.guardianId)) continue
    call.audit({
      action: 'guardian.relink',
      entity: 'guardian',
      entityId: link.guardianId,
      studentId,
      before: { ...news.before, name: link.name },
      after: { ...news.after, name: link.name },
    })
  }
  for (const link of arranged.filter(({ id }) => !id)) {
    const { name, guardianId, relationship = 'other', isPrimary, priority, canPickup, isEmergencyContact } = link
    const data = { relationship, isPrimary, priority, canPickup, isEmergencyContact }
    await call.db.studentGuardian.create({ data: { schoolId: call.ctx.schoolId, studentId, guardianId, ...data } })
    call.audit({
      action: 'guardian.link',
      entity: 'guardian',
      entityId: guardianId,
      studentId,
      after: { name, ...data },
    })
  }
}
