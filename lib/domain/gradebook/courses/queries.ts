import { query } from '@/lib/platform/operation'
import { readCourses } from '../policy'
import { coursesOfPeriod } from './list/sql'
import { courseList, listCoursesInput } from './schema'

/**
 * The courses that this person teaches, or all of them, and how far each is in a period: the open one unless another is
 * asked for. At most 400.
 */
export const listCourses = query({
  name: 'gradebook.courses',
  permission: readCourses,
  input: listCoursesInput,
  output: courseList,
  run: ({ ctx, sql, input }) => coursesOfPeriod({ ctx, sql }, input),
})
