import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command, done } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { updateVersioned } from '@/lib/platform/version'
import { dayOf, showDay, today } from '@/lib/shared/dates'
import { undoRollover } from '../jobs'
import { undoUntil } from '../rules'
import { holdRollover } from '../run/steps'
import { oneRolloverInput, portionInput, portionResult, startedRollover, undoInput } from '../schema'
import { readRollover } from '../steps'
import { takeBack } from './steps'
import { removeStructure } from './structure/steps'

const access = 'config:institution'

/**
 * Starts taking a whole run back. What somebody has worked on since stays, and is listed by name.
 * @throws AppError not_found; conflict; not_allowed_now when there is no finished run, or it is more than 30 days ago
 */
export const startUndo = command({
  name: 'rollovers.undo',
  permission: access,
  input: undoInput,
  output: startedRollover,
  run: async ({ db, ctx, input: { rolloverId, version, reason = null }, enqueue, audit }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const { status, runAt, fromYear, toYear, jobId: lastJob } = rollover
    const last = lastJob ? await db.job.findFirst({ where: { id: lastJob }, select: { status: true } }) : null
    const stopped = (status === 'undoing' || status === 'running') && last?.status === 'failed'
    if ((status !== 'done' && !stopped) || !runAt)
      throw new AppError('not_allowed_now', {
        reason:
          status === 'running' || status === 'undoing'
            ? `rollovers.refusal.${status}`
            : 'rollovers.refusal.nothingToUndo',
      })
    const until = undoUntil(dayOf(runAt))
    if (today() > until)
      throw new AppError('not_allowed_now', { reason: 'rollovers.refusal.undoOver', data: { day: showDay(until) } })
    const students = await db.rolloverStudent.count({
      where: { rolloverId, status: { in: ['done', 'skipped', 'kept'] } },
    })
    const t = await translator('es', 'rollovers')
    const names = { from: fromYear.name, to: toYear.name }
    const jobId = await enqueue(undoRollover, { rolloverId }, { title: t('job.undo', names), total: 1 })
    await updateVersioned(db.rollover, {
      id: rolloverId,
      version,
      data: { status: 'undoing', jobId, undoneBy: userIdOf(ctx), undoneAt: new Date() },
    })
    audit({ action: 'rollover.undo', entity: 'rollover', entityId: rolloverId, after: { ...names, students }, reason })
    return { rolloverId, jobId, students }
  },
})

/** Some students of an undoing, in one transaction. Safe to repeat. @throws AppError not_allowed_now when none is under way */
export const undoPortion = command({
  name: 'rollovers.undoPortion',
  permission: access,
  input: portionInput,
  output: portionResult,
  run: async (call) => {
    const { db, input } = call
    const { rolloverId, enrollmentIds } = input
    await holdRollover(call, rolloverId, 'undoing')
    const rows = await db.rolloverStudent.findMany({
      where: { rolloverId, enrollmentId: { in: enrollmentIds }, status: { in: ['done', 'skipped'] } },
      select: {
        id: true,
        enrollmentId: true,
        outcome: true,
        status: true,
        newEnrollmentId: true,
        leftVersion: true,
      },
    })
    const done = rows.filter(
      ({ status, outcome, newEnrollmentId }) => newEnrollmentId || (status === 'done' && outcome === 'graduates'),
    )
    const kept = await takeBack(call, done)
    const ids = (keeps: boolean) =>
      rows.filter(({ enrollmentId }) => kept.has(enrollmentId) === keeps).map(({ id }) => id)
    const now = { doneAt: new Date() }
    await db.rolloverStudent.updateMany({
      where: { id: { in: ids(false) } },
      data: { status: 'undone', problem: null, ...now },
    })
    await db.rolloverStudent.updateMany({
      where: { id: { in: ids(true) } },
      data: { status: 'kept', problem: 'workedOn', ...now },
    })
    return { changed: rows.length }
  },
})

/** The undoing is over: groups and plans that the run made go too, those in use stay. */
export const finishUndo = command({
  name: 'rollovers.finishUndo',
  permission: access,
  input: oneRolloverInput,
  output: done,
  run: async (call) => {
    const { db, input, audit } = call
    const { rolloverId } = input
    await holdRollover(call, rolloverId, 'undoing')
    const rollover = await readRollover({ db }, rolloverId)
    const structure = await removeStructure(call, rollover)
    const kept = await db.rolloverStudent.count({ where: { rolloverId, status: 'kept' } })
    await db.rollover.updateMany({
      where: { id: rolloverId },
      data: { status: 'undone', created: structure.left, version: { increment: 1 } },
    })
    audit({
      action: 'rollover.undone',
      entity: 'rollover',
      entityId: rolloverId,
      after: {
        from: rollover.fromYear.name,
        to: rollover.toYear.name,
        kept,
        groups: structure.removed,
        ...(structure.stays.length > 0 ? { stays: structure.stays.join(', ') } : {}),
      },
    })
    return { ok: true as const }
  },
})
