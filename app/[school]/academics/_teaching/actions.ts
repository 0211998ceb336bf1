'use server'

import { assignMany, assignTeacher, endAssignment } from '@/lib/domain/academics/courses/commands'
import { addCourse, updateCourse } from '@/lib/domain/academics/courses/offerings/commands'
import { endPlacement, movePlacement, placeStudents } from '@/lib/domain/academics/placements/commands'
import { addLesson, endLesson, moveLesson } from '@/lib/domain/academics/timetable/commands'
import { action } from '@/lib/platform/action'
import type { SchoolContext } from '@/lib/platform/context'

const home = (ctx: SchoolContext) => `/${ctx.school.slug}/academics`
const courses = (ctx: SchoolContext) => [`${home(ctx)}/courses`]
const groups = (ctx: SchoolContext) => [home(ctx)]
const week = (ctx: SchoolContext) => [`${home(ctx)}/timetable`]

export const assignManyAction = action(assignMany, { revalidate: courses })
export const assignTeacherAction = action(assignTeacher, { revalidate: courses })
export const endAssignmentAction = action(endAssignment, { revalidate: courses })
export const addCourseAction = action(addCourse, { revalidate: courses })
export const updateCourseAction = action(updateCourse, { revalidate: courses })
export const placeStudentsAction = action(placeStudents, { revalidate: groups })
export const movePlacementAction = action(movePlacement, { revalidate: groups })
export const endPlacementAction = action(endPlacement, { revalidate: groups })
export const addLessonAction = action(addLesson, { revalidate: week })
export const moveLessonAction = action(moveLesson, { revalidate: week })
export const endLessonAction = action(endLesson, { revalidate: week })
