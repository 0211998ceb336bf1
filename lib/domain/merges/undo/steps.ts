import { derived as derivedGuardian } from '@/lib/domain/guardians/steps'
import { derived as derivedStudent } from '@/lib/domain/students/steps'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'
import { dayToDate } from '@/lib/shared/dates'
import { orderFamilies, partLinks } from '../links/steps'
import type { Kept, Moved } from '../making/steps'
import type { MergeEntity } from '../schema'
import { type StoredRow, writable } from '../sql'
import { delegateOf, guardianOf, holders, studentOf } from '../steps'

type Undone = { entity: MergeEntity; keptId: string; rows: Kept; moved: Moved }

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Values that the merge wrote and that nobody has changed since go back to what they were. */
async function giveBack(call: CommandCall, { entity, keptId, rows: { set, kept, lost } }: Undone): Promise<void> {
  const now = entity === 'student' ? await studentOf(call, keptId) : await guardianOf(call, keptId)
  const current: Record<string, unknown> = now
  const back = Object.fromEntries(
    Object.keys(set).flatMap((name) => {
      const same = JSON.stringify(current[name] ?? null) === JSON.stringify(set[name] ?? null)
      return same ? [[name, kept[snake(name)] ?? null]] : []
    }),
  )
  // The login came along, if there was one.
  const login = now.userId && now.userId === lost.user_id && kept.user_id !== now.userId ? { userId: null } : {}
  const version = { version: { increment: 1 } }
  if (entity === 'guardian') {
    const next = { ...(now as Awaited<ReturnType<typeof guardianOf>>), ...back }
    await call.db.guardian.updateMany({
      where: { id: keptId },
      data: { ...back, ...login, ...derivedGuardian(next), ...version },
    })
    return
  }
  const { birthDate, extraData, ...plain } = back
  const next = { ...now, ...(plain as Record<string, string>) }
  await call.db.student.updateMany({
    where: { id: keptId },
    data: {
      ...plain,
      ...(birthDate === undefined ? {} : { birthDate: birthDate ? dayToDate(String(birthDate)) : null }),
      ...(extraData === undefined ? {} : { extraData: extraData as object }),
      ...login,
      ...derivedStudent(next),
      ...version,
    },
  })
}

/** The document of the record that comes back must not be somebody's by now. */
async function refuseTaken({ db }: CommandCall, entity: MergeEntity, lost: StoredRow): Promise<void> {
  const where = { documentType: String(lost.document_type), documentNumber: String(lost.document_number) }
  const select = { fullName: true } as const
  const owner =
    entity === 'student'
      ? await db.student.findFirst({ where, select })
      : await db.guardian.findFirst({ where, select })
  if (owner)
    throw new AppError('not_allowed_now', { reason: 'merges.refusal.documentTaken', data: { name: owner.fullName } })
}

/** Takes a merge back in the caller's transaction. What came after it stays with the record that stayed. */
export async function makeTwo(call: CommandCall, undone: Undone): Promise<void> {
  const { db, rows } = call
  const { entity, keptId, moved, rows: before } = undone
  const lostId = before.lost.id
  // What this one brought together hangs on yet another record by now: that union is the one to undo first.
  if (before.kept.id !== keptId) throw new AppError('not_allowed_now', { reason: 'merges.refusal.laterFirst' })
  await giveBack(call, undone)
  await refuseTaken(call, entity, before.lost)
  await rows.insert(entity === 'student' ? 'students' : 'guardians', [writable(before.lost)])
  for (const [name, { table, column }] of Object.entries(holders[entity])) {
    const ids = moved[name]
    if (!ids) continue
    await delegateOf(call, table).updateMany({
      where: { id: { in: ids }, [column]: keptId },
      data: { [column]: lostId },
    })
  }
  const column = entity === 'student' ? 'studentId' : 'guardianId'
  const recipients = { id: { in: moved.communication ?? [] }, [column]: keptId }
  await db.communicationRecipient.updateMany({
    where: { ...recipients, recipientKey: `${entity}:${keptId}` },
    data: { recipientKey: `${entity}:${lostId}` },
  })
  await db.communicationRecipient.updateMany({ where: recipients, data: { [column]: lostId } })
  await rows.insert('communication_recipients', before.recipients.map(writable), { skip: true })
  await rows.insert('enrollments', before.enrollments.map(writable), { skip: true })
  await rows.insert('enrollment_documents', before.documents.map(writable), { skip: true })
  await orderFamilies(call, await partLinks(call, { entity, keptId, lostId, links: before.links }))
}
