import { query } from '@/lib/platform/operation'
import { readCourses } from '../policy'
import { courseHeading, gridInput } from '../scores/schema'
import { coursesOfPeriod } from './list/sql'
import { courseList, listCoursesInput } from './schema'
import { readHeading } from './steps'

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

/** One course with its periods: the one asked for, else the open one. @throws AppError not_found */
export const readCourse = query({
  name: 'gradebook.course',
  permission: readCourses,
  input: gridInput,
  output: courseHeading,
  run: async ({ ctx, sql, input }) => (await readHeading({ ctx, sql }, input)).course,
})
