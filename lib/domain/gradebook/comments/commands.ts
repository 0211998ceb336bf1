import { command } from '@/lib/platform/operation'
import { dayToDate, today } from '@/lib/shared/dates'
import { openCourse } from '../steps'
import { saveCommentInput, savedWords } from './schema'
import { studentOf, type WordsTable, writeWords } from './steps'

/**
 * Words about a student in a course and period; blank takes them away. In preschool they are the whole assessment.
 * @throws AppError not_found; not_allowed_now; conflict with the words as they are now
 */
export const saveComment = command({
  name: 'gradebook.saveComment',
  permission: 'write:grades',
  input: saveCommentInput,
  output: savedWords,
  run: async (call) => {
    const { courseId, periodId, enrollmentId, kind, text, version } = call.input
    await openCourse(call, { courseId, periodId })
    const studentId = await studentOf(call, { courseId, enrollmentId }, dayToDate(today()))
    const key = { courseOfferingId: courseId, academicPeriodId: periodId, enrollmentId, kind }
    const written = await writeWords(call, call.db.courseComment as unknown as WordsTable, key, { text, version })
    if (written.before !== null)
      call.audit({
        action: 'comment.save',
        entity: 'comment',
        entityId: enrollmentId,
        studentId,
        before: { text: written.before },
        after: { text },
      })
    return { version: written.version }
  },
})
