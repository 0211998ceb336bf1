import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { fullName, type PersonName } from '@/lib/shared/names'
import { searchText } from '@/lib/shared/search-text'
import { similarity } from '../students/rules'
import { arrangeLinks, type LinkFlags, repeatedGuardians } from './rules'
import type { GuardianData, GuardianInput, Relationship } from './schema'

/** The columns that are derived from a guardian's names, number and telephone: people are looked up by all three. */
export function derived(guardian: PersonName & { documentNumber: string; phone?: string | null }) {
  const name = fullName(guardian)
  return {
    fullName: name,
    searchText: searchText([name], [guardian.documentNumber, guardian.phone?.replace(/^\+57/, '')]),
  }
}

const dataColumns = {
  documentType: true,
  documentNumber: true,
  firstSurname: true,
  secondSurname: true,
  firstName: true,
  secondName: true,
  phone: true,
  email: true,
  address: true,
  occupation: true,
  workplace: true,
  isActive: true,
} as const
export const guardianColumns = { id: true, version: true, fullName: true, ...dataColumns } as const

const filled = <T extends object>(data: T) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null)) as Partial<T>

/** In a child's history a changed telephone says whose. */
export const named = <T extends { before: object; after: object }>(name: string, { before, after }: T) => ({
  before: { ...before, name },
  after: { ...after, name },
})

/** Below this two names are two people, and a number that both carry is a slip of the keyboard. */
const samePerson = 0.35

/**
 * Finds the guardian by document and adds what is given, or creates one. What is left blank stays as it was.
 * @param path of the guardian in the input, for the refusal's field
 * @throws AppError duplicate when the number belongs to somebody with quite another name (`data.guardianId`, `data.name`)
 */
export async function saveByDocument(
  call: CommandCall,
  data: GuardianData,
  path = '',
): Promise<{ id: string; fullName: string }> {
  const { documentType, documentNumber } = data
  const known = await call.db.guardian.findFirst({ where: { documentType, documentNumber }, select: guardianColumns })
  if (!known) {
    const guardian = await call.db.guardian.create({
      data: {
        schoolId: call.ctx.schoolId,
        documentType,
        documentNumber,
        firstSurname: data.firstSurname,
        secondSurname: data.secondSurname ?? null,
        firstName: data.firstName,
        secondName: data.secondName ?? null,
        phone: data.phone ?? null,
        email: data.email ?? null,
        address: data.address ?? null,
        occupation: data.occupation ?? null,
        workplace: data.workplace ?? null,
        ...derived(data),
      },
      select: { id: true, fullName: true },
    })
    call.audit({ action: 'guardian.create', entity: 'guardian', entityId: guardian.id, after: filled(data) })
    return guardian
  }
  if (similarity(known.fullName, fullName(data)) < samePerson)
    throw new AppError('duplicate', {
      field: `${path}documentNumber`,
      reason: 'guardians.refusal.numberTaken',
      data: { guardianId: known.id, name: known.fullName },
    })
  const news = changed<Record<string, unknown>>(known, { ...filled(data), isActive: true })
  if (Object.keys(news.after).length > 0) {
    const next = { ...known, ...news.after }
    await call.db.guardian.updateMany({
      where: { id: known.id },
      data: { ...news.after, ...derived(next), version: { increment: 1 } },
    })
    call.audit({ action: 'guardian.update', entity: 'guardian', entityId: known.id, ...named(known.fullName, news) })
  }
  return { id: known.id, fullName: fullName({ ...known, ...news.after }) }
}

type Link = LinkFlags & { id: string; guardianId: string; relationship: string; name: string }
type Wanted = Partial<LinkFlags> & { relationship?: Relationship; guardianId: string; name: string }

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
      guardian: { select: { fullName: true } },
    },
  })
  return rows.map(({ guardian, ...link }) => ({ ...link, name: guardian.fullName }))
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

/**
 * Guardians of a child, each found by id or by document, or created; then linked in order with exactly one primary.
 * Links that are not named stay.
 * @param path of one entry in the input, for the refusal's field
 * @throws AppError not_found for a student or guardian that this school has not; duplicate; invalid for one named twice
 */
export async function upsertGuardians(
  call: CommandCall,
  studentId: string,
  guardians: GuardianInput[],
  path = 'guardians.{index}.',
): Promise<{ guardianIds: string[] }> {
  const at = (index: number) => path.replace('{index}', String(index))
  const [twice] = repeatedGuardians(guardians)
  if (twice !== undefined)
    throw new AppError('invalid', { field: `${at(twice)}guardian.documentNumber`, reason: 'validation.guardianTwice' })
  const family = await lockFamily(call, studentId)
  const wanted: Wanted[] = []
  for (const [index, { guardianId, guardian, ...flags }] of guardians.entries()) {
    const person = guardian
      ? await saveByDocument(call, guardian, `${at(index)}guardian.`)
      : await call.db.guardian.findFirst({ where: { id: guardianId ?? '' }, select: { id: true, fullName: true } })
    if (!person) throw new AppError('not_found')
    wanted.push({ ...filled(flags), guardianId: person.id, name: person.fullName } as Wanted)
  }
  await arrangeFamily(call, studentId, family, wanted)
  return { guardianIds: wanted.map(({ guardianId }) => guardianId) }
}
