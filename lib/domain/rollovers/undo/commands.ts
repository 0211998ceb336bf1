import { command, done } from '@/lib/platform/operation'
import { holdRollover, mustBeOf } from '../run/steps'
import { oneRolloverInput, portionInput, portionResult } from '../schema'
import { readRollover } from '../steps'
import { takeBack } from './steps'
import { removeStructure } from './structure/steps'

const access = 'config:institution'

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
    const rollover = await readRollover({ db }, rolloverId)
    await mustBeOf(call, rollover, enrollmentIds)
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
    const about = { to: rollover.toYear.name, students: rows.length }
    if (rows.length > 0)
      call.audit({ action: 'rollover.portionUndone', entity: 'rollover', entityId: rolloverId, after: about })
    return { changed: rows.length }
  },
})

/**
 * The undoing is over: groups and plans that the run made go too, those in use stay. While somebody could not be taken back
 * the run still stands for them, and undoing again takes up what is left.
 */
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
    const [kept, left] = await Promise.all([
      db.rolloverStudent.count({ where: { rolloverId, status: 'kept' } }),
      db.rolloverStudent.count({ where: { rolloverId, status: { in: ['done', 'skipped'] } } }),
    ])
    await db.rollover.updateMany({
      where: { id: rolloverId },
      data: { status: left > 0 ? 'done' : 'undone', created: structure.left, version: { increment: 1 } },
    })
    audit({
      action: left > 0 ? 'rollover.undoneInPart' : 'rollover.undone',
      entity: 'rollover',
      entityId: rolloverId,
      after: {
        from: rollover.fromYear.name,
        to: rollover.toYear.name,
        kept,
        ...(left > 0 ? { count: left } : {}),
        groups: structure.removed,
        ...(structure.stays.length > 0 ? { stays: structure.stays.join(', ') } : {}),
      },
    })
    return { ok: true as const }
  },
})
