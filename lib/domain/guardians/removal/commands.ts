import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { updateVersioned } from '@/lib/platform/version'
import { arrangeFamily, lockFamily } from '../family/steps'
import { removedGuardian, removeGuardianInput } from './schema'

/**
 * Removes a guardian for ever, with ties, links and consents. What they sent or accepted stays, without saying who it was;
 * in each family the next in order becomes the primary one.
 * @throws AppError conflict when somebody has changed the record since
 */
export const removeGuardian = command({
  name: 'guardians.remove',
  permission: 'delete:all',
  input: removeGuardianInput,
  output: removedGuardian,
  run: async (call) => {
    const { db, audit, input } = call
    const { guardianId, version, reason } = input
    const guardian = await db.guardian.findFirst({
      where: { id: guardianId },
      select: {
        fullName: true,
        documentType: true,
        documentNumber: true,
        students: { select: { studentId: true }, orderBy: { studentId: 'asc' } },
      },
    })
    if (!guardian) throw new AppError('not_found')
    await updateVersioned(db.guardian, { id: guardianId, version, data: { isActive: false } })
    const { students, fullName: name, ...document } = guardian
    for (const { studentId } of students) {
      const links = await lockFamily(call, studentId)
      await db.studentGuardian.deleteMany({ where: { studentId, guardianId } })
      await arrangeFamily(
        call,
        studentId,
        links.filter((one) => one.guardianId !== guardianId),
        [],
      )
    }
    // The keys to guardians carry the school, so that none of them can empty itself.
    await db.enrollmentDocument.updateMany({
      where: { acceptedByGuardianId: guardianId },
      data: { acceptedByGuardianId: null },
    })
    await db.documentFile.updateMany({ where: { guardianId }, data: { guardianId: null } })
    await db.absenceExcuse.updateMany({ where: { guardianId }, data: { guardianId: null } })
    await db.guardian.deleteMany({ where: { id: guardianId } })
    audit({
      action: 'guardian.remove',
      entity: 'guardian',
      entityId: guardianId,
      reason,
      before: { name, ...document },
    })
    return { guardianId }
  },
})
