import { derived as derivedGuardian } from '@/lib/domain/guardians/steps'
import { derived as derivedStudent } from '@/lib/domain/students/steps'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import { moveLinks, moveRecipients, orderFamilies } from '../links/steps'
import { chosenValues, fieldsOf, filledFrom, takenFields } from '../rules'
import type { Merge } from '../schema'
import { documentRows, enrollmentRows, guardianRow, linkRows, recipientRows, type StoredRow, studentRow } from '../sql'
import { clashOf, delegateOf, guardianOf, holders, sameYears, studentOf } from '../steps'

/** What a merge keeps of the time before it. */
export type Kept = {
  lost: StoredRow
  kept: StoredRow
  /** Values that the record that stays took over, as they are now. */
  set: Record<string, unknown>
  links: StoredRow[]
  enrollments: StoredRow[]
  documents: StoredRow[]
  recipients: StoredRow[]
}
export type Moved = Record<string, string[]>

/** Of each year in which both are enrolled, the enrollment that goes. @throws AppError not_allowed_now */
async function droppedEnrollments(call: CommandCall, { keptId, lostId, dropEnrollments }: Merge): Promise<string[]> {
  const conflicts = await sameYears(call, keptId, lostId)
  const open = new Set(conflicts.flatMap(({ enrollments }) => enrollments.map(({ id }) => id)))
  if (dropEnrollments.some((id) => !open.has(id))) throw new AppError('not_found', { field: 'dropEnrollments' })
  return conflicts.map(({ year, enrollments }) => {
    const named = enrollments.filter(({ id }) => dropEnrollments.includes(id))
    const [one] = named
    if (!one || named.length > 1)
      throw new AppError('not_allowed_now', {
        field: 'dropEnrollments',
        reason: 'merges.refusal.sameYear',
        data: { year },
      })
    if (!one.untouched)
      throw new AppError('not_allowed_now', {
        field: 'dropEnrollments',
        reason: 'merges.refusal.worked',
        data: { year },
      })
    return one.id
  })
}

async function hold(call: CommandCall, entity: Merge['entity'], id: string, version: number): Promise<void> {
  const table = entity === 'student' ? call.db.student : call.db.guardian
  const where = { id, version }
  const data = { version: { increment: 1 } }
  const { count } = await (table as typeof call.db.student).updateMany({ where, data })
  if (count === 0) throw new AppError('conflict', { reason: 'merges.refusal.changedMeanwhile' })
}

async function store(call: CommandCall, input: Merge, set: Record<string, unknown>, userId: string | null) {
  const { db } = call
  const { entity, keptId } = input
  const login = userId ? { userId } : {}
  if (entity === 'guardian') {
    const next = { ...(await guardianOf(call, keptId)), ...set }
    await db.guardian.updateMany({ where: { id: keptId }, data: { ...set, ...login, ...derivedGuardian(next) } })
    return
  }
  const { birthDate, extraData, ...plain } = set
  const next = { ...(await studentOf(call, keptId)), ...(plain as Record<string, string>) }
  const born = birthDate === undefined ? {} : { birthDate: birthDate ? dayToDate(String(birthDate)) : null }
  const extra = extraData === undefined ? {} : { extraData: extraData as object }
  await db.student.updateMany({
    where: { id: keptId },
    data: { ...plain, ...born, ...extra, ...login, ...derivedStudent(next) },
  })
}

/** Makes two records one in the caller's transaction: everything of the one hangs on the other afterwards. */
export async function makeOne(
  call: CommandCall,
  input: Merge,
): Promise<{ kept: Kept; moved: Moved; names: [string, string] }> {
  const { entity, keptId, lostId } = input
  const isStudent = entity === 'student'
  // Always in the same order: two people who merge the same pair both ways do not wait for each other for ever.
  const pair = [
    { id: keptId, version: input.keptVersion },
    { id: lostId, version: input.lostVersion },
  ].sort((a, b) => a.id.localeCompare(b.id))
  const read = isStudent ? studentOf : guardianOf
  const [one, other] = [await read(call, keptId), await read(call, lostId)]
  for (const { id, version } of pair) await hold(call, entity, id, version)
  const clash = isStudent ? await clashOf(call, keptId, lostId) : null
  if (clash) throw new AppError('not_allowed_now', { reason: clash })
  const dropped = isStudent ? await droppedEnrollments(call, input) : []
  const rowOf = isStudent ? studentRow : guardianRow
  const [kept, lost] = await Promise.all([rowOf(call, keptId), rowOf(call, lostId)])
  if (!kept || !lost) throw new AppError('not_found')
  const [links, enrollments, documents] = await Promise.all([
    linkRows(call, [keptId, lostId]),
    enrollmentRows(call, dropped),
    documentRows(call, dropped),
  ])
  await call.db.enrollment.deleteMany({ where: { id: { in: dropped } } })
  const moved: Moved = {}
  for (const [name, { table, column }] of Object.entries(holders[entity])) {
    const delegate = delegateOf(call, table)
    const ids = (await delegate.findMany({ where: { [column]: lostId }, select: { id: true } })).map(({ id }) => id)
    if (ids.length === 0) continue
    await delegate.updateMany({ where: { id: { in: ids } }, data: { [column]: keptId } })
    moved[name] = ids
  }
  const known = await recipientRows(call, await recipientIds(call, input))
  const { moved: recipients, double } = await moveRecipients(call, input)
  if (recipients.length > 0) moved.communication = recipients
  const families = await moveLinks(call, input)
  if (isStudent) await call.db.student.deleteMany({ where: { id: lostId } })
  else await call.db.guardian.deleteMany({ where: { id: lostId } })
  const taken = takenFields(input.take, fieldsOf(entity))
  const set: Record<string, unknown> = chosenValues(
    one as object as Record<string, unknown>,
    other as object as Record<string, unknown>,
    taken,
  )
  if ('extraData' in one && 'extraData' in other) {
    const more = filledFrom(one.extraData, other.extraData)
    if (Object.keys(more).length > 0) set.extraData = { ...one.extraData, ...more }
  }
  await store(call, input, set, one.userId ? null : other.userId)
  await orderFamilies(call, families)
  const lostRecipients = known.filter(({ id }) => double.includes(id))
  return {
    kept: { lost, kept, set, links, enrollments, documents, recipients: lostRecipients },
    moved,
    names: [one.fullName, other.fullName],
  }
}

async function recipientIds({ db }: CommandCall, { entity, lostId }: Merge): Promise<string[]> {
  const where = entity === 'student' ? { studentId: lostId } : { guardianId: lostId }
  return (await db.communicationRecipient.findMany({ where, select: { id: true } })).map(({ id }) => id)
}
