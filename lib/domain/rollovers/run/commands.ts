import { type CommandCall, command, done } from '@/lib/platform/operation'
import { addMissing, type Made } from '../../academics/copy/steps'
import { isDone } from '../rules'
import { oneRolloverInput, portionInput, portionResult } from '../schema'
import { copies, readRollover, structureOf } from '../steps'
import type { Candidate } from '../students/rules'
import { readCandidates } from '../students/steps'
import { takeBack } from '../undo/steps'
import {
  graduate,
  holdRollover,
  holdYear,
  mustBeOf,
  type Outcome,
  openReturning,
  settled,
  writeOutcomes,
} from './steps'

const access = 'config:institution'

/** Brings plans, groups and courses to the new year, as the plan says, and keeps which ones it made. */
export const copyRolloverStructure = command({
  name: 'rollovers.copyStructure',
  permission: access,
  input: oneRolloverInput,
  output: done,
  run: async (call) => {
    const { db, input } = call
    await holdRollover(call, input.rolloverId, 'running')
    const rollover = await readRollover({ db }, input.rolloverId)
    if (!copies(rollover)) return { ok: true as const }
    const { fromYear, toYear, steps } = rollover
    const { made } = await addMissing(call, { fromYearId: fromYear.id, toYearId: toYear.id, ...structureOf(steps) })
    const kept = await db.rollover.findFirst({ where: { id: rollover.id }, select: { created: true } })
    const before = (kept?.created ?? {}) as Partial<Made>
    const both = (key: keyof Made) => [...(before[key] ?? []), ...made[key]]
    await db.rollover.updateMany({
      where: { id: rollover.id },
      data: { created: { plans: both('plans'), groups: both('groups'), courses: both('courses') } },
    })
    return { ok: true as const }
  },
})

/** What an earlier run did, or left when it was undone, is what the plan says. */
const stands = ({ row, result, planned }: Candidate): boolean => {
  if (!result || !isDone({ ...result, status: 'done', problem: null }, planned)) return false
  if (planned.gradeLevel) return result.newEnrollmentId !== null
  return planned.outcome !== 'graduates' || row.status === 'graduated'
}

/**
 * A student for whom an earlier run did something else: that is taken back first, unless somebody has worked on it, which
 * keeps the student as it is.
 */
async function cleared(call: CommandCall, candidates: Candidate[]) {
  const before = candidates.flatMap(({ row, result }) =>
    result && (result.newEnrollmentId || row.status === 'graduated') ? [result] : [],
  )
  const kept = await takeBack(call, before)
  const isKept = ({ row }: Candidate) => kept.has(row.id)
  // Who graduated here and no longer does is an active student again.
  const back = (one: Candidate) =>
    one.row.status === 'graduated' ? { ...one, row: { ...one.row, status: 'active' } } : one
  return { free: candidates.filter((one) => !isKept(one)).map(back), kept: candidates.filter(isKept) }
}

/**
 * Some students of a run, in one transaction: all of the portion or nothing, and nothing twice, whoever calls it again.
 * @throws AppError not_allowed_now when no run is under way, or the new year is over
 */
export const runPortion = command({
  name: 'rollovers.runPortion',
  permission: access,
  input: portionInput,
  output: portionResult,
  run: async (call) => {
    const { db, input } = call
    await holdRollover(call, input.rolloverId, 'running')
    const rollover = await readRollover({ db }, input.rolloverId)
    await mustBeOf(call, rollover, input.enrollmentIds)
    await holdYear(call, rollover.toYear.id)
    const { candidates } = await readCandidates({ db }, rollover, {
      enrollmentIds: input.enrollmentIds,
      planned: false,
    })
    const open = candidates.filter(({ result, planned }) => !isDone(result, planned))
    const standing = open.filter(stands)
    const { free, kept } = await cleared(
      call,
      open.filter((one) => !standing.includes(one)),
    )
    const going = free.filter(({ planned }) => !planned.problem && planned.gradeLevel)
    const leaving = free.filter(({ planned }) => !planned.problem && planned.outcome === 'graduates')
    const others = free.filter((one) => !going.includes(one) && !leaving.includes(one))
    const outcomes: Outcome[] = [
      ...(await openReturning(call, rollover, going)),
      ...(await graduate(call, leaving)),
      ...others.map((one) => settled(one)),
      ...standing.map((one) =>
        settled(one, {
          newEnrollmentId: one.result?.newEnrollmentId ?? null,
          carried: one.result?.carried ?? 0,
          leftVersion: one.result?.leftVersion ?? null,
        }),
      ),
    ]
    await writeOutcomes(call, rollover.id, outcomes)
    for (const { result } of kept)
      if (result) await call.rows.update('rollover_students', { id: result.id }, { problem: 'workedOn' })
    const changed = outcomes.length + kept.length
    const about = { to: rollover.toYear.name, students: changed }
    if (changed > 0) call.audit({ action: 'rollover.portion', entity: 'rollover', entityId: rollover.id, after: about })
    return { changed }
  },
})

/** The run is over: what it could not do is listed student by student. */
export const finishRun = command({
  name: 'rollovers.finishRun',
  permission: access,
  input: oneRolloverInput,
  output: done,
  run: async ({ db, input: { rolloverId }, audit }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const [enrolled, skipped] = await Promise.all([
      db.rolloverStudent.count({ where: { rolloverId, status: 'done', newEnrollmentId: { not: null } } }),
      db.rolloverStudent.count({ where: { rolloverId, status: 'skipped' } }),
    ])
    const { count } = await db.rollover.updateMany({
      where: { id: rolloverId, status: 'running' },
      data: { status: 'done', version: { increment: 1 } },
    })
    if (count > 0)
      audit({
        action: 'rollover.finish',
        entity: 'rollover',
        entityId: rolloverId,
        after: { from: rollover.fromYear.name, to: rollover.toYear.name, enrolled, skipped },
      })
    return { ok: true as const }
  },
})
