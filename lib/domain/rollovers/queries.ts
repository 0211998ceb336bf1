import { nothing, query } from '@/lib/platform/operation'
import { previewCopy } from '../academics/copy/queries'
import { byPlace, gradeAfter, isDone, placeKey } from './rules'
import {
  oneRolloverInput,
  rolloverDetail,
  rolloverList,
  type StudentsWanted,
  studentList,
  studentsInput,
  trialInput,
  trialResult,
  workList,
} from './schema'
import {
  codesByGrade,
  copies,
  destinationsOf,
  leftStanding,
  readGroups,
  readRollover,
  rolloverColumns,
  structureOf,
  toRollover,
} from './steps'
import { type Candidate, selectCandidates, sumUp } from './students/rules'
import { readCandidates, toPlanned } from './students/steps'

const access = 'config:institution'

/** The school's roll-overs, the newest first. */
export const listRollovers = query({
  name: 'rollovers.list',
  permission: access,
  input: nothing,
  output: rolloverList,
  run: async ({ db }) => {
    const rows = await db.rollover.findMany({ orderBy: { fromYear: { startsOn: 'desc' } }, select: rolloverColumns })
    return { items: rows.map(toRollover) }
  },
})

/** One roll-over: its saved steps with what is proposed for the others, and what became of the newest run. */
export const readOneRollover = query({
  name: 'rollovers.read',
  permission: access,
  input: oneRolloverInput,
  output: rolloverDetail,
  run: async ({ db, input: { rolloverId } }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const [groups, places, promotions, results, waiting, job, stays] = await Promise.all([
      readGroups({ db }, rollover),
      db.enrollment.groupBy({
        by: ['gradeLevel', 'groupCode'],
        where: {
          schoolYearId: rollover.fromYear.id,
          OR: [
            { status: { in: ['pending_documents', 'in_review', 'active'] } },
            { status: 'graduated', rolloversOut: { some: { rolloverId, outcome: 'graduates' } } },
          ],
        },
        _count: { id: true },
      }),
      db.promotion.groupBy({
        by: ['status'],
        where: { enrollment: { schoolYearId: rollover.fromYear.id, status: { in: ['active', 'graduated'] } } },
        _count: { id: true },
      }),
      db.rolloverStudent.findMany({
        where: { rolloverId },
        select: { status: true, problem: true, newEnrollmentId: true, carried: true, exception: true },
      }),
      db.enrollment.count({
        where: { rolloversIn: { some: { rolloverId } }, status: 'pending_documents', missingCount: { gt: 0 } },
      }),
      rollover.jobId
        ? db.job.findFirst({
            where: { id: rollover.jobId },
            select: { id: true, status: true, total: true, done: true, failed: true, lastError: true },
          })
        : null,
      leftStanding({ db }, rollover),
    ])
    const chosen = destinationsOf(places, rollover.steps, codesByGrade(groups))
    const decided = Object.fromEntries(promotions.map(({ status, _count }) => [status, _count.id]))
    const students = places.reduce((sum, { _count }) => sum + _count.id, 0)
    const having = (status: string) => results.filter((row) => row.status === status).length
    const figures = { promoted: 0, not_promoted: 0, pending: 0, early: 0, ...decided }
    const known = Object.values(figures).reduce((sum, one) => sum + one, 0)
    return {
      ...toRollover(rollover),
      plan: rollover.steps,
      destinations: [...places].sort(byPlace).map((place) => ({
        ...(chosen.get(placeKey(place)) as NonNullable<ReturnType<typeof chosen.get>>),
        students: place._count.id,
        nextGrade: gradeAfter(place.gradeLevel),
      })),
      groups,
      decisions: { ...figures, none: Math.max(0, students - known) },
      exceptions: results.filter(({ exception }) => exception !== null).length,
      job,
      results: {
        done: having('done'),
        skipped: having('skipped'),
        kept: having('kept'),
        undone: having('undone'),
        failed: results.filter(({ problem }) => problem === 'failed').length,
        enrolled: results.filter(({ newEnrollmentId }) => newEnrollmentId !== null).length,
        waiting,
        carried: results.reduce((sum, { carried, newEnrollmentId }) => sum + (newEnrollmentId ? carried : 0), 0),
      },
      stays,
    }
  },
})

/** A page of the students who are asked for. */
function pageOf(candidates: readonly Candidate[], { cursor, limit, ...wanted }: StudentsWanted) {
  const chosen = selectCandidates(candidates, wanted)
  const from = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
  const next = from + limit
  return {
    items: chosen.slice(from, next).map(toPlanned),
    nextCursor: next < chosen.length ? String(next) : null,
    total: chosen.length,
  }
}

/** A test run: what a run would do now, in figures and names. Nothing changes. */
export const tryRollover = query({
  name: 'rollovers.try',
  permission: access,
  input: trialInput,
  output: trialResult,
  run: async ({ db, ctx, input: { rolloverId, named, ...wanted } }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const { fromYear, toYear, steps } = rollover
    const [{ candidates, groups }, structure] = await Promise.all([
      readCandidates({ db }, rollover),
      copies(rollover)
        ? previewCopy.run(ctx, { fromYearId: fromYear.id, toYearId: toYear.id, ...structureOf(steps) })
        : null,
    ])
    return { ...sumUp(candidates, groups, toPlanned), structure, students: named ? pageOf(candidates, wanted) : null }
  },
})

/** The students of a roll-over, by grade, group and surname, each with where it goes and what a run did. */
export const listRolloverStudents = query({
  name: 'rollovers.students',
  permission: access,
  input: studentsInput,
  output: studentList,
  run: async ({ db, input: { rolloverId, ...wanted } }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const { candidates } = await readCandidates({ db }, rollover)
    return pageOf(candidates, wanted)
  },
})

/** Whom a run has to do with now: those for whom what the plan says is not done yet. */
export const readRolloverWork = query({
  name: 'rollovers.work',
  permission: access,
  input: oneRolloverInput,
  output: workList,
  run: async ({ db, input: { rolloverId } }) => {
    const rollover = await readRollover({ db }, rolloverId)
    const { candidates } = await readCandidates({ db }, rollover)
    const open = selectCandidates(candidates, {}).filter(({ result, planned }) => !isDone(result, planned))
    return { enrollmentIds: open.map(({ row }) => row.id) }
  },
})

/** Whom an undoing has to do with still. */
export const readRolloverUndone = query({
  name: 'rollovers.toUndo',
  permission: access,
  input: oneRolloverInput,
  output: workList,
  run: async ({ db, input: { rolloverId } }) => {
    const rows = await db.rolloverStudent.findMany({
      where: { rolloverId, status: { in: ['done', 'skipped'] } },
      orderBy: { id: 'asc' },
      select: { enrollmentId: true },
    })
    return { enrollmentIds: rows.map(({ enrollmentId }) => enrollmentId) }
  },
})
