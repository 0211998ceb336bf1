import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall } from '@/lib/platform/operation'

type Row = { id: string; text: string; version: number }

/** What `courseComment` and `periodObservation` have in common. */
export type WordsTable = {
  findFirst(args: { where: object; select: { id: true; text: true; version: true } }): PromiseLike<Row | null>
  createMany(args: { data: object[]; skipDuplicates: true }): PromiseLike<{ count: number }>
  updateMany(args: { where: object; data: object }): PromiseLike<{ count: number }>
  deleteMany(args: { where: object }): PromiseLike<{ count: number }>
}

/**
 * Writes words about a student against the version that was seen; blank words are taken away. The same words sent again
 * are saved already.
 * @returns the words before and their version now, 0 when there are none; `before` null when nothing changed
 * @throws AppError conflict with `current` when somebody else wrote in between
 */
export async function writeWords(
  { ctx }: CommandCall,
  table: WordsTable,
  key: object,
  { text, version }: { text: string; version: number },
): Promise<{ version: number; before: string | null }> {
  const find = () => table.findFirst({ where: key, select: { id: true, text: true, version: true } })
  const row = await find()
  if ((row?.text ?? '') === text) return { version: row?.version ?? 0, before: null }
  const conflict = async () => {
    const { text: theirs = '', version: now = 0 } = (await find()) ?? {}
    return new AppError('conflict', { current: { text: theirs, version: now } })
  }
  if ((row?.version ?? 0) !== version) throw await conflict()
  const updatedBy = userIdOf(ctx)
  const { count } = !row
    ? await table.createMany({ data: [{ schoolId: ctx.schoolId, ...key, text, updatedBy }], skipDuplicates: true })
    : text === ''
      ? await table.deleteMany({ where: { id: row.id, version } })
      : await table.updateMany({ where: { id: row.id, version }, data: { text, updatedBy, version: version + 1 } })
  if (count === 0) throw await conflict()
  return { version: text === '' ? 0 : version + 1, before: row?.text ?? '' }
}

/** The student of an enrollment that is in the course today. @throws AppError not_found, not_allowed_now for who has left */
export async function studentOf(call: CommandCall, at: { courseId: string; enrollmentId: string }, today: Date) {
  const rows = await call.db.courseEnrollment.findMany({
    where: { courseOfferingId: at.courseId, enrollmentId: at.enrollmentId },
    select: { validTo: true, enrollment: { select: { studentId: true } } },
  })
  const [first] = rows
  if (!first) throw new AppError('not_found')
  if (rows.every(({ validTo }) => validTo !== null && validTo < today))
    throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.withdrawn' })
  return first.enrollment.studentId
}
