import { AppError } from '@/lib/platform/errors'
import { command } from '@/lib/platform/operation'
import { syncCourseEnrollments } from '../placements/steps'
import { openYear } from '../plans/steps'
import { generateCoursesInput, generation } from './schema'
import { countGeneration, readGeneration } from './steps'

/**
 * Makes the courses that the year's approved plans ask of its active groups, and enrolls whoever is placed there already.
 * Safe to repeat: what exists stays; hours follow the plan only while nobody has adjusted the course.
 * @throws AppError not_found for a group of another year or school
 */
export const generateCourses = command({
  name: 'academics.generateCourses',
  permission: 'config:institution',
  input: generateCoursesInput,
  output: generation,
  run: async (call) => {
    const { db, ctx, input, audit } = call
    await openYear(db, input.schoolYearId)
    const all = await readGeneration(db, input)
    if (input.classGroupIds?.some((id) => !all.some(({ group }) => group.id === id))) throw new AppError('not_found')
    await db.courseOffering.createMany({
      data: all.flatMap(({ group, create }) =>
        create.map((values) => ({ schoolId: ctx.schoolId, classGroupId: group.id, ...values })),
      ),
    })
    // The version stays 1: it tells that no person has adjusted the course.
    for (const { id, weeklyHours, areaWeight, position } of all.flatMap(({ update }) => update))
      await db.courseOffering.updateMany({ where: { id, version: 1 }, data: { weeklyHours, areaWeight, position } })
    for (const { group, create, update } of all) {
      if (create.length > 0) await syncCourseEnrollments(call, group.id)
      if (create.length + update.length > 0)
        audit({
          action: 'group.generateCourses',
          entity: 'group',
          entityId: group.id,
          after: { name: group.code, gradeLevel: group.gradeLevel, count: create.length, updated: update.length },
        })
    }
    return countGeneration(all)
  },
})
