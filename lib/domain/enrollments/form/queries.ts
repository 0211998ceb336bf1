import { AppError } from '@/lib/platform/errors'
import { nothing, query } from '@/lib/platform/operation'
import { isGradeLevel } from '@/lib/shared/grades'
import { proposePlacement, type Shift } from '../rules'
import { guardiansOf, ofStudent } from '../sql'
import { candidateList, candidatesInput, childInput, childToEnroll, formFacts } from './schema'
import * as read from './sql'

/** Years, groups and asked documents: what the form of a new enrollment offers. */
export const readEnrollmentForm = query({
  name: 'enrollments.form',
  permission: 'write:enrollment',
  input: nothing,
  output: formFacts,
  run: ({ ctx, sql }) => read.formFacts({ ctx, sql }),
})

/** Children of the school by name or number, while somebody types. */
export const findCandidates = query({
  name: 'enrollments.candidates',
  permission: 'write:enrollment',
  input: candidatesInput,
  output: candidateList,
  run: async ({ ctx, sql, input }) => ({ items: await read.candidates({ ctx, sql }, input.q) }),
})

/**
 * A known child with the guardians and the proposal for the next year.
 * @throws AppError not_found
 */
export const readChildToEnroll = query({
  name: 'enrollments.child',
  permission: 'write:enrollment',
  input: childInput,
  output: childToEnroll,
  run: async ({ ctx, sql, input: { studentId } }) => {
    const reader = { ctx, sql }
    const [child, guardians] = await Promise.all([
      read.childById(reader, studentId),
      guardiansOf(reader, ofStudent(studentId)),
    ])
    if (!child) throw new AppError('not_found')
    const { last } = child
    const known = last && isGradeLevel(last.gradeLevel) ? { ...last, gradeLevel: last.gradeLevel } : null
    const proposal = proposePlacement(known && { ...known, shift: known.shift as Shift | null })
    return { ...child, guardians, proposal }
  },
})
