import { courseFor } from '@/lib/domain/academics/policy'
import { userIdOf } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import { type CommandCall, command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { dayToDate } from '@/lib/shared/dates'
import { recompute } from '../results/kept/steps'
import { parseScore, passes } from '../scale/rules'
import { annulRecoveryInput, planRecoveryInput, recordRecoveryInput, recoveryRow } from './schema'
import { markToRecover, recoveryColumns, type StoredRecovery, toRecovery } from './steps'

type Versioned = { id: string; version: number; status: string }
type Recoverable = { courseOfferingId: string; academicPeriodId: string | null; enrollmentId: string }

/** What a line of the history names. */
const about = ({ enrollment }: StoredRecovery, subject: string) => ({ name: enrollment.student.fullName, subject })

const refuse = (reason: string, field?: string) =>
  new AppError('not_allowed_now', { reason: `evaluation.recovery.refusal.${reason}`, ...(field ? { field } : {}) })

async function openCourse(call: Pick<CommandCall, 'db' | 'ctx'>, courseOfferingId: string) {
  const course = await courseFor(call, courseOfferingId, 'write:all')
  const year = await call.db.schoolYear.findFirst({ where: { id: course.schoolYearId }, select: { status: true } })
  if (year?.status !== 'active') throw refuse('published')
  return course
}

async function find({ db }: Pick<CommandCall, 'db'>, recoveryId: string): Promise<StoredRecovery> {
  const row = await db.recovery.findFirst({ where: { id: recoveryId }, select: recoveryColumns })
  if (!row) throw new AppError('not_found')
  return row
}

/**
 * A closed period's marks are kept in rows; an open one's are computed where they are read. After a move the row is that of
 * another course of the same subject.
 */
async function keepMarks(call: CommandCall, { courseOfferingId, academicPeriodId, enrollmentId }: Recoverable) {
  if (!academicPeriodId) return
  const [period, course, seats] = await Promise.all([
    call.db.academicPeriod.findFirst({ where: { id: academicPeriodId }, select: { status: true } }),
    call.db.courseOffering.findFirst({ where: { id: courseOfferingId }, select: { subjectId: true } }),
    call.db.courseEnrollment.findMany({
      where: { enrollmentId },
      select: { courseOfferingId: true, courseOffering: { select: { subjectId: true } } },
    }),
  ])
  if (period?.status !== 'closed' && period?.status !== 'published') return
  const same = seats.filter(({ courseOffering }) => courseOffering.subjectId === course?.subjectId)
  const courseIds = [...new Set(same.map((seat) => seat.courseOfferingId))]
  await recompute(call, { academicPeriodId, courseIds, enrollmentIds: [enrollmentId] })
}

async function finalValueOf({ db }: CommandCall, schoolYearId: string, which: Recoverable): Promise<string | null> {
  return (await markToRecover(db, { ...which, schoolYearId })).mark.value
}

/**
 * Plans a recovery (nivelación, superación) of a failed mark of a period, or of the year. Also after the period is closed or
 * published: the mark that the family was told stays in its report card until a later version of it is issued.
 * @throws AppError not_found for a course of others or a student who is not in it; not_allowed_now when the mark is passed,
 * there is none, or it has a recovery already
 */
export const planRecovery = command({
  name: 'evaluation.planRecovery',
  permission: 'write:grades',
  input: planRecoveryInput,
  output: recoveryRow,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { courseOfferingId, enrollmentId, heldOn, note } = input
    const academicPeriodId = input.academicPeriodId ?? null
    const course = await openCourse(call, courseOfferingId)
    const which = { courseOfferingId, academicPeriodId, enrollmentId }
    const { mark, rules } = await markToRecover(db, { ...which, schoolYearId: course.schoolYearId })
    if (rules.assessment === 'descriptive') throw refuse('inWords')
    if (mark.value === null) throw refuse('noMark')
    const taken = await db.recovery.findFirst({
      where: { ...which, status: { not: 'annulled' } },
      select: { id: true },
    })
    if (taken) throw refuse('exists')
    if (passes(rules, mark.value)) throw refuse('passed')
    const row = await db.recovery.create({
      data: {
        schoolId: ctx.schoolId,
        ...which,
        originalValue: mark.value,
        ceiling: rules.recovery.ceiling,
        scaleMax: rules.scale.max,
        heldOn: heldOn ? dayToDate(heldOn) : null,
        note: note ?? null,
        recordedBy: userIdOf(ctx),
      },
      select: recoveryColumns,
    })
    audit({
      action: 'recovery.plan',
      entity: 'recovery',
      entityId: row.id,
      studentId: row.enrollment.studentId,
      after: { ...about(row, course.subject), originalValue: mark.value, heldOn: heldOn ?? null },
    })
    return toRecovery(row)
  },
})

/**
 * Writes the mark of a recovery, or corrects it; the course's mark follows by the rules and the ceiling of the day it was
 * planned. Every value stays in the history.
 */
export const recordRecovery = command({
  name: 'evaluation.recordRecovery',
  permission: 'write:grades',
  input: recordRecoveryInput,
  output: recoveryRow,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    const { recoveryId, version, score, heldOn, note } = input
    const before = await find(call, recoveryId)
    const course = await openCourse(call, before.courseOfferingId)
    if (before.status === 'annulled') throw refuse('annulled')
    const { rules } = await markToRecover(db, { ...before, schoolYearId: course.schoolYearId })
    const parsed = parseScore(rules, score)
    if (!parsed.ok) throw new AppError('invalid', { field: 'score', reason: `evaluation.score.${parsed.reason}` })
    const data = {
      score: parsed.value,
      finalValue: parsed.value,
      status: 'done',
      heldOn: dayToDate(heldOn),
      recordedBy: userIdOf(ctx),
      ...(note === undefined ? {} : { note }),
    }
    await updateVersioned<Versioned>(db.recovery, { id: recoveryId, version, data, shows: ['status', 'version'] })
    await keepMarks(call, before)
    const finalValue = await finalValueOf(call, course.schoolYearId, before)
    await db.recovery.updateMany({ where: { id: recoveryId }, data: { finalValue: finalValue ?? parsed.value } })
    const after = await find(call, recoveryId)
    const shown = toRecovery(after)
    audit({
      action: 'recovery.record',
      entity: 'recovery',
      entityId: recoveryId,
      studentId: after.enrollment.studentId,
      before: { score: toRecovery(before).score, finalValue: toRecovery(before).finalValue ?? shown.originalValue },
      after: { ...about(after, course.subject), score: shown.score, finalValue: shown.finalValue },
    })
    return shown
  },
})

/** Takes a recovery back, with the reason; the mark is again what it was without it. The record stays. */
export const annulRecovery = command({
  name: 'evaluation.annulRecovery',
  permission: 'write:grades',
  input: annulRecoveryInput,
  output: recoveryRow,
  run: async (call) => {
    const { db, input, audit } = call
    const { recoveryId, version, reason } = input
    const before = await find(call, recoveryId)
    const course = await openCourse(call, before.courseOfferingId)
    if (before.status === 'annulled') throw refuse('annulled')
    await updateVersioned<Versioned>(db.recovery, {
      id: recoveryId,
      version,
      data: { status: 'annulled' },
      shows: ['status'],
    })
    await keepMarks(call, before)
    const after = await find(call, recoveryId)
    audit({
      action: 'recovery.annul',
      entity: 'recovery',
      entityId: recoveryId,
      studentId: after.enrollment.studentId,
      before: { status: before.status },
      after: { ...about(after, course.subject), status: 'annulled' },
      reason,
    })
    return toRecovery(after)
  },
})
