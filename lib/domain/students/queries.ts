import { AppError } from '@/lib/platform/errors'
import { query } from '@/lib/platform/operation'
import { decodeCursor, encodeCursor } from '@/lib/shared/cursor'
import { isUuid } from '@/lib/shared/ids'
import { gone } from '../merges/successor/steps'
import { hasHealth, mayReadHealth, readStudents, withoutHealth } from './policy'
import { documentsOf, enrollmentsOf, studentById } from './profile/sql'
import {
  documentsOfStudent,
  duplicateStudents,
  duplicatesInput,
  enrollmentsOfStudent,
  listStudentsInput,
  type StudentDetail,
  type StudentRow,
  studentDetail,
  studentFacets,
  studentFacetsInput,
  studentIdInput,
  studentPage,
} from './schema'
import * as read from './sql'
import { similarStudents } from './steps'

/** [direction, name and id of the row at the edge, how many rows come before the page]. */
function keysetOf(cursor: string): { key: read.Keyset; edge: number } {
  const [direction, fullName, id, edge] = decodeCursor(cursor, 4) ?? []
  const known = direction === 'next' || direction === 'previous'
  if (!known || typeof fullName !== 'string' || !isUuid(id) || typeof edge !== 'number')
    throw new AppError('invalid', { field: 'cursor', reason: 'validation.cursor' })
  return { key: { direction, fullName, id }, edge }
}

/** One page out of `limit + 1` rows: the row too many says whether there is more on that side. */
function pageOf(rows: StudentRow[], limit: number, at: { key: read.Keyset; edge: number } | undefined) {
  const backwards = at?.key.direction === 'previous'
  const more = rows.length > limit
  const items = backwards ? rows.slice(-limit) : rows.slice(0, limit)
  const [first, last] = [items[0], items.at(-1)]
  const start = !at ? 0 : backwards ? (more ? Math.max(at.edge - items.length, 0) : 0) : at.edge
  const follows = backwards ? true : more
  const precedes = backwards ? more : at !== undefined
  const to = (direction: string, row: StudentRow, edge: number) => encodeCursor([direction, row.fullName, row.id, edge])
  return {
    items,
    start,
    nextCursor: last && follows ? to('next', last, start + items.length) : null,
    previousCursor: first && precedes ? to('previous', first, start) : null,
  }
}

/** The school's students by surname, with the enrollment of one year. */
export const listStudents = query({
  name: 'students.list',
  permission: readStudents,
  input: listStudentsInput,
  output: studentPage,
  run: async ({ ctx, sql, input: { cursor, limit, ...filter } }) => {
    const at = cursor ? keysetOf(cursor) : undefined
    const { rows, total, all, year } = await read.studentPage({ ctx, sql }, filter, limit + 1, at?.key)
    if (filter.yearId && !year) throw new AppError('not_found')
    return { ...pageOf(rows, limit, at), total, all, year }
  },
})

/** What a list can be narrowed to: the years, and the grades and groups of the shown one. */
export const listStudentFacets = query({
  name: 'students.facets',
  permission: readStudents,
  input: studentFacetsInput,
  output: studentFacets,
  run: ({ ctx, sql, input }) => read.facets({ ctx, sql }, input.yearId),
})

/** @throws AppError not_found when there is no such student, or none that this person may see */
export const getStudent = query({
  name: 'students.get',
  permission: readStudents,
  input: studentIdInput,
  output: studentDetail,
  run: async ({ db, ctx, sql, input: { studentId }, audit }) => {
    const student = await studentById({ ctx, sql }, studentId)
    if (!student) throw await gone({ db, ctx }, 'student', studentId)
    if (!mayReadHealth(ctx)) return { ...student, extraData: withoutHealth(student.extraData) } as StudentDetail
    if (hasHealth(student.extraData))
      audit({ action: 'student.readHealth', entity: 'student', entityId: studentId, studentId })
    return student as StudentDetail
  },
})

/** Who may be the same child, before one is created. */
export const findDuplicates = query({
  name: 'students.duplicates',
  permission: 'read:students',
  input: duplicatesInput,
  output: duplicateStudents,
  run: async ({ db, input: { exceptId, ...wanted } }) => ({ items: await similarStudents({ db }, wanted, exceptId) }),
})

export const listEnrollmentsOfStudent = query({
  name: 'students.enrollments',
  permission: readStudents,
  input: studentIdInput,
  output: enrollmentsOfStudent,
  run: async ({ ctx, sql, input }) => {
    const items = await enrollmentsOf({ ctx, sql }, input.studentId)
    if (!items) throw new AppError('not_found')
    return { items }
  },
})

export const listDocumentsOfStudent = query({
  name: 'students.documents',
  permission: readStudents,
  input: studentIdInput,
  output: documentsOfStudent,
  run: async ({ ctx, sql, input }) => {
    const items = await documentsOf({ ctx, sql }, input.studentId)
    if (!items) throw new AppError('not_found')
    return { items }
  },
})
