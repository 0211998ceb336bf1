import { arrangeFamily, lockFamily } from '@/lib/domain/guardians/family/steps'
import type { CommandCall } from '@/lib/platform/operation'
import type { Merge, MergeEntity } from '../schema'
import { type StoredRow, writable } from '../sql'

/** Puts the families of these students in order: priorities without gaps, one primary. */
export async function orderFamilies(call: CommandCall, studentIds: readonly string[]): Promise<void> {
  const where = { id: { in: [...new Set(studentIds)] } }
  const there = await call.db.student.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })
  for (const { id: studentId } of there) await arrangeFamily(call, studentId, await lockFamily(call, studentId), [])
}

/**
 * Hangs the links of the record that goes on the one that stays. A pair that both have is one pair: the link of the one
 * that stays counts.
 * @returns the students whose families changed
 */
export async function moveLinks(
  { db }: CommandCall,
  { entity, keptId, lostId }: Pick<Merge, 'entity' | 'keptId' | 'lostId'>,
): Promise<string[]> {
  const [own, other] =
    entity === 'student' ? (['studentId', 'guardianId'] as const) : (['guardianId', 'studentId'] as const)
  const select = { id: true, studentId: true, guardianId: true } as const
  const [kept, lost] = await Promise.all([
    db.studentGuardian.findMany({ where: { [own]: keptId }, select }),
    db.studentGuardian.findMany({ where: { [own]: lostId }, select }),
  ])
  const there = new Set(kept.map((link) => link[other]))
  const double = lost.filter((link) => there.has(link[other])).map(({ id }) => id)
  await db.studentGuardian.deleteMany({ where: { id: { in: double } } })
  const moved = lost.filter(({ id }) => !double.includes(id)).map(({ id }) => id)
  // One child has one primary guardian; those who come along stand behind those who are there.
  const behind =
    entity === 'student' ? { ...(kept.length > 0 ? { isPrimary: false } : {}), priority: { increment: 50 } } : {}
  await db.studentGuardian.updateMany({ where: { id: { in: moved } }, data: { [own]: keptId, ...behind } })
  return entity === 'student' ? [keptId] : lost.map(({ studentId }) => studentId)
}

type Parted = { entity: MergeEntity; keptId: string; lostId: string; links: readonly StoredRow[] }

/**
 * Hangs the links back that came with the record that went, as people left them since: whom somebody took off the family
 * stays off it, and whoever became the first contact stays that. Links that were double come back.
 * @param links those of both records, as they were before the merge
 * @returns the students whose families changed
 */
export async function partLinks(
  { db, rows }: CommandCall,
  { entity, keptId, lostId, links }: Parted,
): Promise<string[]> {
  const isStudent = entity === 'student'
  const [own, other] = isStudent ? (['student_id', 'guardian_id'] as const) : (['guardian_id', 'student_id'] as const)
  const ofKept = new Set(links.filter((link) => link[own] === keptId).map((link) => link[other]))
  const ofLost = links.filter((link) => link[own] === lostId)
  const moved = ofLost.filter((link) => !ofKept.has(link[other]))
  for (const { id, is_primary: isPrimary, priority } of moved)
    await db.studentGuardian.updateMany({
      where: { id, [isStudent ? 'studentId' : 'guardianId']: keptId },
      data: isStudent
        ? { studentId: lostId, isPrimary: isPrimary === true, priority: Number(priority) }
        : { guardianId: lostId },
    })
  const double = await stillThere(
    { db },
    isStudent,
    other,
    ofLost.filter((link) => ofKept.has(link[other])),
  )
  for (const link of double) {
    // The first contact again, unless a third person is it by now.
    const gives =
      !isStudent && link.is_primary === true
        ? await db.studentGuardian.updateMany({
            where: { studentId: String(link.student_id), guardianId: keptId, isPrimary: true },
            data: { isPrimary: false },
          })
        : { count: 1 }
    const isPrimary = link.is_primary === true && gives.count > 0
    await rows.insert('student_guardians', [{ ...writable(link), is_primary: isPrimary }])
  }
  return isStudent ? [keptId, lostId] : [...moved, ...double].map((link) => String(link.student_id))
}

/** Links to people who have not been removed meanwhile. */
async function stillThere(
  { db }: Pick<CommandCall, 'db'>,
  toGuardians: boolean,
  column: 'student_id' | 'guardian_id',
  links: readonly StoredRow[],
): Promise<StoredRow[]> {
  const where = { id: { in: links.map((link) => String(link[column])) } }
  const select = { id: true } as const
  const found = toGuardians
    ? await db.guardian.findMany({ where, select })
    : await db.student.findMany({ where, select })
  const there = new Set(found.map(({ id }) => id))
  return links.filter((link) => there.has(String(link[column])))
}

/** Mails and circulars: one line for each person and circular. @returns ids that were moved, and those that were double */
export async function moveRecipients(
  { db }: CommandCall,
  { entity, keptId, lostId }: { entity: MergeEntity; keptId: string; lostId: string },
): Promise<{ moved: string[]; double: string[] }> {
  const column = entity === 'student' ? 'studentId' : 'guardianId'
  const select = { id: true, communicationId: true, recipientKey: true } as const
  const lost = await db.communicationRecipient.findMany({ where: { [column]: lostId }, select })
  const rekeyed = (key: string) => (key === `${entity}:${lostId}` ? `${entity}:${keptId}` : key)
  const taken = await db.communicationRecipient.findMany({
    where: {
      communicationId: { in: lost.map(({ communicationId }) => communicationId) },
      recipientKey: `${entity}:${keptId}`,
    },
    select: { communicationId: true },
  })
  const twice = new Set(taken.map(({ communicationId }) => communicationId))
  const isDouble = ({ recipientKey, communicationId }: (typeof lost)[number]) =>
    recipientKey === `${entity}:${lostId}` && twice.has(communicationId)
  const double = lost.filter(isDouble).map(({ id }) => id)
  const moved = lost.filter((row) => !isDouble(row))
  await db.communicationRecipient.deleteMany({ where: { id: { in: double } } })
  for (const key of new Set(moved.map(({ recipientKey }) => recipientKey)))
    await db.communicationRecipient.updateMany({
      where: { id: { in: moved.filter(({ recipientKey }) => recipientKey === key).map(({ id }) => id) } },
      data: { [column]: keptId, recipientKey: rekeyed(key) },
    })
  return { moved: moved.map(({ id }) => id), double }
}
