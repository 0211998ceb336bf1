import { validOn } from '@/lib/domain/academics/policy'
import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { savedWords } from '../comments/schema'
import { type WordsTable, writeWords } from '../comments/steps'
import { directedGroups } from './policy'
import { saveObservationInput } from './schema'

/**
 * What the director of a student's group writes about the student in a period; blank takes it away.
 * @throws AppError not_found for who does not direct the group; not_allowed_now; conflict with the words as they are now
 */
export const saveObservation = command({
  name: 'gradebook.saveObservation',
  permission: 'write:grades',
  input: saveObservationInput,
  output: savedWords,
  run: async (call) => {
    const { db, ctx } = call
    const { periodId, enrollmentId, text, version } = call.input
    const placement = await db.groupPlacement.findFirst({
      where: { AND: [{ enrollmentId, classGroup: directedGroups(ctx) }, validOn(today())] },
      select: { classGroup: { select: { schoolYearId: true } }, enrollment: { select: { studentId: true } } },
    })
    if (!placement) throw new AppError('not_found')
    const period = await db.academicPeriod.findFirst({
      where: { id: periodId, schoolYearId: placement.classGroup.schoolYearId },
      select: { status: true },
    })
    if (!period) throw new AppError('not_found')
    if (period.status !== 'open') throw new AppError('not_allowed_now', { reason: 'gradebook.refusal.periodNotOpen' })
    const key = { academicPeriodId: periodId, enrollmentId }
    const written = await writeWords(call, db.periodObservation as unknown as WordsTable, key, { text, version })
    if (written.before !== null)
      call.audit({
        action: 'observation.save',
        entity: 'observation',
        entityId: enrollmentId,
        studentId: placement.enrollment.studentId,
        before: { text: written.before },
        after: { text },
      })
    return { version: written.version }
  },
})
