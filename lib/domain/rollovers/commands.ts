import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dateToDay } from '@/lib/shared/dates'
import { defined } from '@/lib/shared/defined'
import { proposeNextYear } from '../years/queries'
import { acceptsEnrollments } from '../years/rules'
import type { YearStatus } from '../years/schema'
import { addYear } from '../years/steps'
import { openRollover } from './policy'
import { clearExceptionInput, exceptionInput, savedRollover, savePlanInput, startRolloverInput } from './schema'
import { readRollover } from './steps'

const access = 'config:institution'

/**
 * Begins the step from one year to the next, or answers the one that was begun. Without a target the next year is made,
 * with the usual dates of the school's calendar and four periods, for the school to move.
 * @throws AppError not_found; invalid when the second year does not follow the first; not_allowed_now when it is over
 */
export const startRollover = command({
  name: 'rollovers.start',
  permission: access,
  input: startRolloverInput,
  output: savedRollover,
  prepare: async ({ ctx, input }) => (input.toYearId ? null : proposeNextYear.run(ctx, {})),
  run: async (call) => {
    const { db, ctx, input, prepared, audit } = call
    const { fromYearId } = input
    const toYearId = input.toYearId ?? (prepared ? (await addYear(call, prepared)).id : fromYearId)
    const years = await db.schoolYear.findMany({
      where: { id: { in: [fromYearId, toYearId] } },
      select: { id: true, name: true, status: true, startsOn: true },
    })
    const [from, to] = [years.find(({ id }) => id === fromYearId), years.find(({ id }) => id === toYearId)]
    if (!from || !to) throw new AppError('not_found')
    if (dateToDay(from.startsOn) >= dateToDay(to.startsOn))
      throw new AppError('invalid', { field: 'toYearId', reason: 'rollovers.refusal.order' })
    if (from.status === 'planning' || from.status === 'archived')
      throw new AppError('not_allowed_now', {
        field: 'fromYearId',
        reason: 'rollovers.refusal.fromYear',
        data: { year: from.name },
      })
    if (!acceptsEnrollments(to.status as YearStatus))
      throw new AppError('not_allowed_now', {
        field: 'toYearId',
        reason: 'enrollments.refusal.yearClosed',
        data: { year: to.name },
      })
    const columns = { id: true, version: true } as const
    const known = await db.rollover.findFirst({ where: { fromYearId, toYearId }, select: columns })
    if (known) return known
    const row = await db.rollover.create({
      data: { schoolId: ctx.schoolId, fromYearId, toYearId, createdBy: userIdOf(ctx) },
      select: columns,
    })
    audit({ action: 'rollover.start', entity: 'rollover', entityId: row.id, after: { from: from.name, to: to.name } })
    return row
  },
})

/** Saves one step of the plan or several; steps that are not sent stay. @throws AppError not_found; conflict; not_allowed_now while it runs */
export const savePlan = command({
  name: 'rollovers.savePlan',
  permission: access,
  input: savePlanInput,
  output: savedRollover,
  run: async ({ db, input: { rolloverId, version, ...sent }, audit }) => {
    const before = await readRollover({ db }, rolloverId)
    openRollover(before.status)
    const steps = defined(sent)
    const saved = await updateVersioned<{ id: string; version: number }>(db.rollover, {
      id: rolloverId,
      version,
      data: { plan: { ...before.steps, ...steps } },
    })
    const about = { from: before.fromYear.name, to: before.toYear.name }
    audit({
      action: 'rollover.save',
      entity: 'rollover',
      entityId: rolloverId,
      before: about,
      after: { ...about, steps: Object.keys(steps).join(', ') },
    })
    return { id: rolloverId, version: saved.version }
  },
})

/** Another way for one student than the plan's, with the reason. @throws AppError not_found; not_allowed_now while it runs */
export const saveException = command({
  name: 'rollovers.saveException',
  permission: access,
  input: exceptionInput,
  output: done,
  run: async ({ db, ctx, input, audit }) => {
    const { rolloverId, enrollmentId, reason, outcome, gradeLevel = null, groupCode = null } = input
    const rollover = await readRollover({ db }, rolloverId)
    openRollover(rollover.status)
    const enrollment = await db.enrollment.findFirst({
      where: { id: enrollmentId, schoolYearId: rollover.fromYear.id },
      select: { studentId: true },
    })
    if (!enrollment) throw new AppError('not_found')
    const exception = { outcome, gradeLevel, groupCode, reason }
    await db.rolloverStudent.upsert({
      where: { schoolId_rolloverId_enrollmentId: { schoolId: ctx.schoolId, rolloverId, enrollmentId } },
      create: { schoolId: ctx.schoolId, rolloverId, enrollmentId, exception },
      update: { exception, version: { increment: 1 } },
    })
    audit({
      action: 'rollover.except',
      entity: 'rollover',
      entityId: rolloverId,
      studentId: enrollment.studentId,
      after: { to: rollover.toYear.name, outcome, gradeLevel, groupCode },
      reason,
    })
    return { ok: true as const }
  },
})

/** The student goes where the plan says again. @throws AppError not_found; not_allowed_now while it runs */
export const clearException = command({
  name: 'rollovers.clearException',
  permission: access,
  input: clearExceptionInput,
  output: done,
  run: async ({ db, rows, input: { rolloverId, enrollmentId }, audit }) => {
    const rollover = await readRollover({ db }, rolloverId)
    openRollover(rollover.status)
    const row = await db.rolloverStudent.findFirst({
      where: { rolloverId, enrollmentId },
      select: { id: true, enrollment: { select: { studentId: true } } },
    })
    if (!row) throw new AppError('not_found')
    await rows.update('rollover_students', { id: row.id }, { exception: null })
    audit({
      action: 'rollover.unexcept',
      entity: 'rollover',
      entityId: rolloverId,
      studentId: row.enrollment.studentId,
      after: { to: rollover.toYear.name },
    })
    return { ok: true as const }
  },
})
