import type { SchoolContext } from '@/lib/platform/context'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { CommandCall, QuickCall } from '@/lib/platform/operation'
import { type IsoDay, today } from '@/lib/shared/dates'
import { readsAll, rollRight } from './policy'
import { needsReason, rollLock } from './rules'
import type { AttendanceStatus, RollLock } from './schema'
import { readAttendanceSettings } from './settings/schema'
import { type FoundRoll, type FoundRow, type ListPlace, type Reader, rollAt } from './sql'

export type OpenedRoll = FoundRoll & { lock: RollLock | null; closed: boolean }

/**
 * A list that the person may open, with what keeps it from being written.
 * @throws AppError not_found for another's group or lesson, and for a lesson that the group does not have that day
 */
export async function openRoll(reader: Reader, place: ListPlace, only?: string): Promise<OpenedRoll> {
  const found = await rollAt(reader, place, only)
  const own = found !== null && (found.directs || found.teaches)
  if (!found || !(own || readsAll(reader.ctx))) throw new AppError('not_found')
  // A lesson whose place in the timetable is gone stays readable where it was taken.
  if (place.lesson > 0 && !found.course && !found.list) throw new AppError('not_found')
  const { exceptions, year, settings } = found
  const { windowDays } = readAttendanceSettings(settings)
  const right = rollRight(reader.ctx, own)
  const lock = rollLock({ day: place.day, today: today(), year, right, windowDays, exceptions })
  return { ...found, lock, closed: needsReason(place.day, today(), found.list?.closedAt ?? null) }
}

/** @throws AppError not_allowed_now with the reason why the list may not be written */
export function mindLock({ lock }: Pick<OpenedRoll, 'lock'>): void {
  if (lock) throw new AppError('not_allowed_now', { reason: `attendance.refusal.${lock}` })
}

export type Mark = { status: AttendanceStatus; minutesLate: number | null }

const minutesOf = (status: AttendanceStatus, minutes: number | null | undefined): number | null =>
  status === 'late' ? (minutes ?? null) : null

export const markOf = (sent: { status: AttendanceStatus; minutesLate?: number | null | undefined }): Mark => ({
  status: sent.status,
  minutesLate: minutesOf(sent.status, sent.minutesLate),
})

/** What a student is when nobody has said anything: present, or excused where an accepted excuse covers the day. */
export const unsaid = (row: Pick<FoundRow, 'excuseId'>): Mark => ({
  status: row.excuseId ? 'excused' : 'present',
  minutesLate: null,
})

/**
 * Begins a list: everybody present but for `marks`, in one statement. Two who begin it at the same moment meet at the
 * unique index: the second one waits, and then works on the first one's list.
 */
export async function beginList(
  { rows, ctx, audit }: QuickCall,
  { classGroupId, day, lesson }: ListPlace,
  roll: Pick<FoundRoll, 'course' | 'group' | 'rows'>,
  marks: ReadonlyMap<string, Mark>,
): Promise<{ listId: string; began: boolean }> {
  const at = { class_group_id: classGroupId, day, lesson }
  const courseId = lesson === 0 ? null : (roll.course?.id ?? null)
  const made = { ...at, course_offering_id: courseId, taken_by: userIdOf(ctx) }
  const [begun] = await rows.insert('attendance_lists', [made], { skip: true })
  const [list] = begun ? [begun] : await rows.find<{ id: string }>('attendance_lists', at, ['id'])
  if (!list) throw new AppError('not_found')
  const listId = list.id
  if (!begun) return { listId, began: false }
  const records = roll.rows.map((row) => ({ row, mark: marks.get(row.enrollmentId) ?? unsaid(row) }))
  await rows.insert(
    'attendance_records',
    records.map(({ row, mark }) => recordOf(ctx, { listId, day }, row, mark)),
  )
  const away = records.filter(({ mark }) => mark.status !== 'present').length
  audit({
    action: 'attendance.take',
    entity: 'attendance_list',
    entityId: listId,
    after: { name: roll.group.code, day, lesson, count: records.length, away },
  })
  return { listId, began: true }
}

export const recordOf = (
  ctx: SchoolContext,
  { listId, day }: { listId: string; day: IsoDay },
  row: Pick<FoundRow, 'enrollmentId' | 'excuseId'>,
  { status, minutesLate }: Mark,
) => ({
  list_id: listId,
  enrollment_id: row.enrollmentId,
  day,
  status,
  minutes_late: minutesLate,
  excuse_id: status === 'excused' ? row.excuseId : null,
  recorded_by: userIdOf(ctx),
})

type Change = {
  record: { id: string; version: number; status: string }
  mark: Mark
  excuseId?: string | null
  reason: string | null
}

/**
 * Corrects a record and keeps what it was.
 * @returns the new version, or null when somebody was faster
 */
export async function changeRecord(
  { rows, ctx }: Pick<CommandCall, 'rows' | 'ctx'>,
  { record: { id, version, status }, mark, excuseId = null, reason }: Change,
): Promise<number | null> {
  const by = userIdOf(ctx)
  const changed = await rows.update(
    'attendance_records',
    { id, version },
    {
      ...{ status: mark.status, minutes_late: mark.minutesLate, excuse_id: excuseId },
      ...{ recorded_by: by, updated_at: new Date(), version: version + 1 },
    },
  )
  if (changed.length === 0) return null
  await rows.insert('attendance_history', [
    { record_id: id, before_status: status, after_status: mark.status, reason, changed_by: by },
  ])
  return version + 1
}
