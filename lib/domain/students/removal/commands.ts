import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { translator } from '@/lib/platform/translator'
import { updateVersioned } from '@/lib/platform/version'
import { removeObjects } from './jobs'
import { removedStudent, removeStudentInput } from './schema'
import { dropUnusedFiles, filesOfStudent } from './steps'

/**
 * Removes a student for ever, with enrollments, documents, scores and all else that hangs on them; guardians stay. Somebody
 * who leaves the school is withdrawn instead: this is for records that should never have been there.
 * @throws AppError conflict when somebody has changed the record since
 */
export const removeStudent = command({
  name: 'students.remove',
  permission: 'delete:all',
  input: removeStudentInput,
  output: removedStudent,
  run: async (call) => {
    const { db, ctx, enqueue, audit, input } = call
    const { studentId, version, reason } = input
    const student = await db.student.findFirst({
      where: { id: studentId },
      select: { fullName: true, documentType: true, documentNumber: true },
    })
    if (!student) throw new AppError('not_found')
    // Holds the row: what is added to the student meanwhile waits, and then finds nobody.
    await updateVersioned(db.student, { id: studentId, version, data: { isActive: false } })
    const { keys, storedIds } = await filesOfStudent(call, studentId)
    await db.student.deleteMany({ where: { id: studentId } })
    const gone = [...keys, ...(await dropUnusedFiles(call, storedIds))]
    if (gone.length > 0) {
      const t = await translator(ctx.locale, 'students')
      const title = t('removal.filesTitle', { count: gone.length })
      await enqueue(removeObjects, { keys: gone }, { title, total: gone.length })
    }
    const { fullName: name, ...document } = student
    audit({
      action: 'student.remove',
      entity: 'student',
      entityId: studentId,
      studentId,
      reason,
      before: { name, ...document },
    })
    return { studentId, files: gone.length }
  },
})
