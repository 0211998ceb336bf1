import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { readStructure } from '../policy'
import { teachingRoles } from './rules'
import { courseDetail, courseList, listCoursesInput, listTeachersInput, oneCourseInput, teacherList } from './schema'
import { courseById, coursesOf, teachersOf, yearShown } from './sql'

/** The courses of a year by group, with who teaches them; teachers, students and families get their own. */
export const listCourses = query({
  name: 'courses.list',
  permission: readStructure,
  input: listCoursesInput,
  output: courseList,
  run: async ({ ctx, sql, input }) => {
    const [items, year] = await Promise.all([coursesOf({ ctx, sql }, input), yearShown({ ctx, sql }, input)])
    if ((input.yearId || input.classGroupId) && !year) throw new AppError('not_found')
    return { year, items }
  },
})

/** One course with the history of its teachers. @throws AppError not_found also for a course of somebody else */
export const readCourse = query({
  name: 'courses.read',
  permission: ['read:students', 'read:own_students'],
  input: oneCourseInput,
  output: courseDetail,
  run: async ({ ctx, sql, input: { courseOfferingId } }) => {
    const course = await courseById({ ctx, sql }, courseOfferingId)
    if (!course) throw new AppError('not_found')
    return course
  },
})

/** Who may hold a course, with their hours of the week. */
export const listTeachers = query({
  name: 'courses.teachers',
  permission: ['config:institution', 'read:grades'],
  input: listTeachersInput,
  output: teacherList,
  run: async ({ ctx, sql, input }) => {
    const [items, year] = await Promise.all([
      teachersOf({ ctx, sql }, input, teachingRoles),
      yearShown({ ctx, sql }, input),
    ])
    if (input.yearId && !year) throw new AppError('not_found')
    return { year, items }
  },
})
