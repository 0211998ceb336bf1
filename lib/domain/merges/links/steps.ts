import { arrangeFamily, lockFamily } from '@/lib/domain/guardians/family/steps'
import type { CommandCall } from '@/lib/platform/operation'
import type { Merge, MergeEntity } from '../schema'

/** Puts the families of these students in order: priorities without gaps, one primary. */
export async function orderFamilies(call: CommandCall, studentIds: readonly string[]): Promise<void> {
  for (const studentId of new Set(studentIds))
    await arrangeFamily(call, studentId, await lockFamily(call, studentId), [])
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
