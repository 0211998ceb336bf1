import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { updateVersioned } from '@/lib/platform/version'
import { dayOf, showDay, today } from '@/lib/shared/dates'
import { acceptsEnrollments } from '../../years/rules'
import type { YearStatus } from '../../years/schema'
import { runRollover, undoRollover } from '../jobs'
import { readRolloverWork } from '../queries'
import { undoUntil } from '../rules'
import { startedRollover, undoInput, versionedRolloverInput } from '../schema'
import { readRollover } from '../steps'

const access = 'config:institution'

/**
 * Starts a run, the first one or another: it does what the plan says and is not done yet.
 * @throws AppError not_found; conflict; not_allowed_now while one is under way, before every step is saved, or when the new
 * year is over
 */
export const startRun = command({
  name: 'rollovers.run',
  permission: access,
  input: versionedRolloverInput,
  output: startedRollover,
  prepare: async ({ ctx, input: { rolloverId } }) => readRolloverWork.run(ctx, { rolloverId }),
  run: async ({ db, ctx, input: { rolloverId, version }, prepared, enqueue, audit }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const { status, steps, fromYear, toYear, jobId: lastJob } = rollover
    const last = lastJob ? await db.job.findFirst({ where: { id: lastJob }, select: { status: true } }) : null
    // A run that failed for good has left the roll-over under way: starting again takes it up where it stopped.
    const stopped = status === 'running' && last?.status === 'failed'
    if ((status === 'running' && !stopped) || status === 'undoing')
      throw new AppError('not_allowed_now', { reason: `rollovers.refusal.${status}` })
    if (!steps.structure || !steps.promotion || !steps.destinations)
      throw new AppError('not_allowed_now', { reason: 'rollovers.refusal.stepsOpen' })
    if (!acceptsEnrollments(toYear.status as YearStatus))
      throw new AppError('not_allowed_now', {
        reason: 'enrollments.refusal.yearClosed',
        data: { year: toYear.name },
      })
    const students = prepared.enrollmentIds.length
    const t = await translator('es', 'rollovers')
    const names = { from: fromYear.name, to: toYear.name }
    const jobId = await enqueue(runRollover, { rolloverId }, { title: t('job.run', names), total: 1 })
    await updateVersioned(db.rollover, {
      id: rolloverId,
      version,
      data: { status: 'running', jobId, runBy: userIdOf(ctx), runAt: new Date() },
    })
    audit({ action: 'rollover.run', entity: 'rollover', entityId: rolloverId, after: { ...names, students } })
    return { rolloverId, jobId, students }
  },
})

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
