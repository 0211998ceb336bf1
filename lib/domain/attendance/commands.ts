import { AppError } from '@/lib/platform/errors'
import { type QuickCall, quickCommand } from '@/lib/platform/operation'
import { type AttendanceStatus, marked, markInput, takeInput, tookList } from './schema'
import {
  beginList,
  changeRecord,
  type Mark,
  markOf,
  mindLock,
  type OpenedRoll,
  openRoll,
  recordOf,
  unsaid,
} from './steps'

/**
 * Begins a list: all present but for `marks`. One that exists already stays as it is, whoever began it.
 * @throws AppError not_found; not_allowed_now for a day to come, outside of the year, or after the teacher's window
 */
export const takeList = quickCommand({
  name: 'attendance.take',
  permission: 'write:attendance',
  input: takeInput,
  output: tookList,
  prepare: ({ ctx, sql, input: { marks: _, ...place } }) => openRoll({ ctx, sql }, place),
  run: async (call) => {
    const { prepared: roll, rows, input } = call
    const { marks, ...place } = input
    mindLock(roll)
    const known = new Set(roll.rows.map(({ enrollmentId }) => enrollmentId))
    if (marks.some(({ enrollmentId }) => !known.has(enrollmentId))) throw new AppError('not_found')
    const said = new Map(marks.map((mark) => [mark.enrollmentId, markOf(mark)]))
    const { listId, began } = await beginList(call, place, roll, said)
    const records = await rows.find<Stored & { enrollment_id: string }>('attendance_records', { list_id: listId }, [
      'id',
      'enrollment_id',
      'status',
      'version',
    ])
    return {
      listId,
      began,
      rows: records.map(({ id, enrollment_id, status, version }) => ({
        ...{ recordId: id, enrollmentId: enrollment_id, version },
        status,
      })),
    }
  },
})

/**
 * One tick. The first one of a list begins it with everybody else present; saying what is already so changes nothing.
 * @throws AppError not_found; not_allowed_now as in `attendance.take`; invalid without a reason once the day is over;
 * conflict with the record as it is when somebody else changed it
 */
export const markAttendance = quickCommand({
  name: 'attendance.mark',
  permission: 'write:attendance',
  input: markInput,
  output: marked,
  // Beginning the list needs the whole group; a tick on a list that stands, one row.
  prepare: ({ ctx, sql, input }) => openRoll({ ctx, sql }, input, input.version > 0 ? input.enrollmentId : undefined),
  run: async (call) => {
    const { prepared: roll, input } = call
    mindLock(roll)
    const row = roll.rows.find(({ enrollmentId }) => enrollmentId === input.enrollmentId)
    if (!row) throw new AppError('not_found')
    if (roll.closed && !input.reason)
      throw new AppError('invalid', { field: 'reason', reason: 'attendance.refusal.reasonNeeded' })
    if (!roll.list && input.version > 0) throw new AppError('not_found')
    const mark = markOf(input)
    const { listId, began } = roll.list
      ? { listId: roll.list.id, began: false }
      : await beginList(call, input, roll, new Map([[row.enrollmentId, mark]]))
    const record = await recordFor(call, listId, row, mark)
    const answer = { enrollmentId: row.enrollmentId, recordId: record.id, began }
    if (record.status === mark.status && record.minutesLate === mark.minutesLate) {
      if (began || record.fresh) tell(call, row, { id: record.id, status: null }, mark)
      return { ...answer, ...mark, version: record.version }
    }
    if (!sawThis(input.version, record, row)) throw new AppError('conflict', { current: shown(record) })
    const excuseId = mark.status === 'excused' ? row.excuseId : null
    const version = await changeRecord(call, { record, mark, excuseId, reason: input.reason ?? null })
    if (version === null) {
      const { fresh: _, ...current } = await recordFor(call, listId, row, mark)
      throw new AppError('conflict', { current: shown(current) })
    }
    tell(call, row, record, mark)
    return { ...answer, ...mark, version }
  },
})

/** Who saw an untaken list saw everybody as `unsaid`: a record that another taker began that way is no surprise. */
const sawThis = (version: number, record: { version: number; status: string }, row: Row): boolean =>
  version === record.version || (version === 0 && record.version === 1 && record.status === unsaid(row).status)

const shown = (record: { id: string; status: string; minutesLate: number | null; version: number }) => ({
  recordId: record.id,
  status: record.status,
  minutesLate: record.minutesLate,
  version: record.version,
})

type Row = OpenedRoll['rows'][number]

type Stored = { id: string; status: AttendanceStatus; minutes_late: number | null; version: number }

/** The student's record; made now for who came into the group after the list was taken. */
async function recordFor(
  { rows, ctx, input }: QuickCall & { input: { day: string } },
  listId: string,
  row: Row,
  mark: Mark,
) {
  const at = { list_id: listId, enrollment_id: row.enrollmentId }
  const read = async () => {
    const [found] = await rows.find<Stored>('attendance_records', at, ['id', 'status', 'minutes_late', 'version'])
    return found && { id: found.id, status: found.status, minutesLate: found.minutes_late, version: found.version }
  }
  const known = await read()
  if (known) return { ...known, fresh: false }
  const added = await rows.insert('attendance_records', [recordOf(ctx, { listId, day: input.day }, row, mark)], {
    skip: true,
  })
  const made = await read()
  if (!made) throw new AppError('not_found')
  return { ...made, fresh: added.length === 1 }
}

/** The line of the student's own history; of who is simply present there is nothing to tell. */
function tell(
  { audit, input }: Pick<QuickCall, 'audit'> & { input: { day: string; lesson: number; reason?: string | null } },
  { studentId }: Row,
  before: { id: string; status: string | null },
  { status }: Mark,
): void {
  if (status === 'present' && (before.status ?? 'present') === 'present') return
  audit({
    action: 'attendance.mark',
    entity: 'attendance_record',
    entityId: before.id,
    studentId,
    ...(before.status ? { before: { attendance: before.status } } : {}),
    after: { attendance: status, day: input.day, lesson: input.lesson },
    reason: input.reason ?? null,
  })
}
