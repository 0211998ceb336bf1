import type { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { today } from '@/lib/shared/dates'
import { readStudents } from '../../students/policy'
import { groupStudents, oneGroupInput, oneStudentInput, studentAcademics, unplacedStudents } from './schema'
import { academicsOf, studentsOfGroup, unplaced } from './sql'

/** A group with its students of today and those who left it; a teacher sees the groups taught or directed. */
export const listGroupStudents = query({
  name: 'placements.ofGroup',
  permission: ['read:students', 'read:own_students'],
  input: oneGroupInput,
  output: groupStudents,
  run: async ({ ctx, sql, input: { classGroupId } }) => {
    const found = await studentsOfGroup({ ctx, sql }, classGroupId)
    if (!found) throw new AppError('not_found')
    const isOver = ({ validTo }: { validTo: string | null }) => validTo !== null && validTo < today()
    return {
      group: found.group,
      items: found.students.filter((student) => !isOver(student)),
      former: found.students.filter(isOver),
    }
  },
})

/** Who of the group's grade sits in no group yet. */
export const listUnplaced = query({
  name: 'placements.unplaced',
  permission: 'write:enrollment',
  input: oneGroupInput,
  output: unplacedStudents,
  run: async ({ db, ctx, sql, input: { classGroupId } }) => {
    const group = await db.classGroup.findFirst({ where: { id: classGroupId }, select: { id: true } })
    if (!group) throw new AppError('not_found')
    return { items: await unplaced({ ctx, sql }, classGroupId) }
  },
})

/** The groups that a student has sat in, and the courses of today with their teachers. */
export const readStudentAcademics = query({
  name: 'placements.ofStudent',
  permission: readStudents,
  input: oneStudentInput,
  output: studentAcademics,
  run: async ({ ctx, sql, input: { studentId } }) => {
    const found = await academicsOf({ ctx, sql }, studentId)
    if (!found) throw new AppError('not_found')
    return found as z.input<typeof studentAcademics>
  },
})
