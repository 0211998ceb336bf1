import { query } from '@/lib/platform/operation'
import { readHeading } from '../courses/steps'
import { readCourses } from '../policy'
import { courseWords, readWordsInput } from './schema'
import { wordsRows } from './sql'

/** Everything that is told in words in a course and period, and the phrases to tell it with. @throws AppError not_found */
export const readWords = query({
  name: 'gradebook.words',
  permission: readCourses,
  input: readWordsInput,
  output: courseWords,
  run: async ({ ctx, sql, input }) => {
    const [{ course }, rows] = await Promise.all([readHeading({ ctx, sql }, input), wordsRows({ ctx, sql }, input)])
    return { course, ...rows }
  },
})
