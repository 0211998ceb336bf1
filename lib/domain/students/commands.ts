import { makeRoomFor } from '@/lib/domain/schools/limits/steps'
import { changed } from '@/lib/platform/audit'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay, dayToDate } from '@/lib/shared/dates'
import { mayReadHealth, withoutHealth } from './policy'
import { createStudentInput, savedStudent, setStudentActiveInput, updateStudentInput } from './schema'
import { createStudentRow, derived, refuseHealthData, refuseTakenDocument } from './steps'

export const createStudent = command({
  name: 'students.create',
  permission: 'write:enrollment',
  input: createStudentInput,
  output: savedStudent,
  run: (call) => createStudentRow(call, call.input),
})

const columns = {
  documentType: true,
  documentNumber: true,
  firstSurname: true,
  secondSurname: true,
  firstName: true,
  secondName: true,
  birthDate: true,
  gender: true,
  extraData: true,
  isActive: true,
  version: true,
} as const

async function stored({ db }: Pick<CommandCall, 'db'>, studentId: string) {
  const row = await db.student.findFirst({ where: { id: studentId }, select: columns })
  if (!row) throw new AppError('not_found')
  const { birthDate, extraData, ...rest } = row
  return {
    ...rest,
    birthDate: birthDate && dateToDay(birthDate),
    extraData: (extraData ?? {}) as Record<string, unknown>,
  }
}

/** Saves when nobody was faster; else refuses with the record as this person may see it, for the form to show both values. */
async function save(call: CommandCall, change: { id: string; version: number; data: Record<string, unknown> }) {
  try {
    return await updateVersioned<{ id: string; version: number }>(call.db.student, change)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    const { extraData, ...rest } = await stored(call, change.id)
    const visible = mayReadHealth(call.ctx) ? extraData : withoutHealth(extraData)
    throw new AppError('conflict', { current: { ...rest, extraData: visible } })
  }
}

const given = <T extends object>(data: T) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Partial<T>

/** Changes what is named; inside `extraData` too. @throws AppError conflict with the record as it is now; duplicate */
export const updateStudent = command({
  name: 'students.update',
  permission: 'write:enrollment',
  input: updateStudentInput,
  output: savedStudent,
  run: async (call) => {
    const { studentId, version, extraData, ...rest } = call.input
    refuseHealthData(call.ctx, extraData)
    const before = await stored(call, studentId)
    const fields = given(rest)
    const next = { ...before, ...fields, extraData: { ...before.extraData, ...given(extraData ?? {}) } }
    if (next.documentType !== before.documentType || next.documentNumber !== before.documentNumber)
      await refuseTakenDocument(call, next)
    const { extraData: extraBefore, ...own } = before
    const { extraData: extraAfter, ...ownAfter } = next
    const news = changed<Record<string, unknown>>(
      { ...blank(extraAfter), ...extraBefore, ...own },
      { ...extraAfter, ...ownAfter },
    )
    if (Object.keys(news.after).length === 0) return { id: studentId, version: before.version }
    const { birthDate, ...plain } = fields
    const saved = await save(call, {
      id: studentId,
      version,
      data: {
        ...plain,
        ...(birthDate === undefined ? {} : { birthDate: birthDate && dayToDate(birthDate) }),
        ...derived(next),
        extraData: filled(extraAfter),
      },
    })
    call.audit({ action: 'student.update', entity: 'student', entityId: studentId, studentId, ...news })
    return saved
  },
})

/** What is known: the stored record keeps no empty boxes. */
const filled = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))

const blank = (record: Record<string, unknown>) => Object.fromEntries(Object.keys(record).map((key) => [key, null]))

/** Takes a student out of the lists, or back in. Enrollments and papers stay. */
export const setStudentActive = command({
  name: 'students.setActive',
  permission: 'write:enrollment',
  input: setStudentActiveInput,
  output: savedStudent,
  run: async (call) => {
    const { studentId, version, isActive, reason } = call.input
    if (isActive) await makeRoomFor(call.db, 'students')
    const saved = await save(call, { id: studentId, version, data: { isActive } })
    call.audit({
      action: isActive ? 'student.reactivate' : 'student.deactivate',
      entity: 'student',
      entityId: studentId,
      studentId,
      before: { isActive: !isActive },
      after: { isActive },
      reason: reason ?? null,
    })
    return saved
  },
})
