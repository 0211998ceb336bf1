import { beforeAll, describe, expect, it } from 'vitest'
import type { SchoolContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { Operation } from '@/lib/platform/operation'
import { everyOperation } from '@/scripts/permissions/operations'
import { contextFor, contextOf, guardianContext } from '@/tests/support/context'
import { addEnrollment } from '@/tests/support/enrollment'
import { addGuardian, addStudent } from '@/tests/support/family'
import { idPaths, inputSchema } from '@/tests/support/sample'
import { inputFor } from '@/tests/support/sample-inputs'
import { addUser, memberOf } from '@/tests/support/school'
import { type Subject, subjectOf } from '@/tests/support/subject'
import { type WholeSchool, wholeSchool } from '@/tests/support/whole-school'

const operations = await everyOperation()
const reads = operations.filter(
  ({ kind, permissions }) => kind === 'query' && permissions.some((permission) => permission === 'read:own_data'),
)

let school: WholeSchool
let own: Subject
let next: Subject
let contexts: Record<'student' | 'acudiente' | 'teacher' | 'colleague' | 'guardian', SchoolContext>

beforeAll(async () => {
  school = await wholeSchool()
  const other = await addStudent(school, { firstName: 'Vecino' })
  const guardian = await addGuardian(school, { of: [other.id] })
  const enrollment = await addEnrollment(school, { studentId: other.id })
  own = await subjectOf(school)
  const { userId } = await addUser()
  await memberOf(school, userId, ['teacher'])
  next = { ...own, studentId: other.id, guardianId: guardian.id, enrollmentId: enrollment.id }
  contexts = {
    student: await contextFor(school, 'student'),
    acudiente: await contextFor(school, 'acudiente'),
    teacher: await contextFor(school, 'teacher'),
    // A teacher without courses.
    colleague: await contextOf(school, userId),
    guardian: await guardianContext(school, school.guardianId),
  }
})

async function ask(operation: Operation, ctx: SchoolContext, subject: Subject, path: string): Promise<string> {
  try {
    return JSON.stringify(await operation.run(ctx as never, inputFor(operation, subject, path)))
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe.each(reads)('$name', (operation) => {
  const path = idPaths(inputSchema(operation)).find((name) => name === 'studentId')

  if (path)
    it('shows students themselves, guardians their children, teachers those of their courses, and nobody else', async () => {
      for (const who of ['student', 'acudiente'] as const) {
        expect(await ask(operation, contexts[who], own, path!), who).toMatch(/^[{[]/)
        expect(await ask(operation, contexts[who], next, path!), who).toBe('not_found')
      }
      expect(await ask(operation, contexts.teacher, own, path!), 'their teacher').not.toBe('not_found')
      expect(await ask(operation, contexts.teacher, next, path!), 'teacher').toMatch(/^(not_found|forbidden)$/)
      expect(await ask(operation, contexts.colleague, own, path!), 'colleague').toMatch(/^(not_found|forbidden)$/)
    })

  it('never mentions somebody else’s child', async () => {
    for (const who of ['student', 'acudiente', 'teacher', 'colleague'] as const) {
      const said = await ask(operation, contexts[who], own, '')
      expect(said, who).not.toContain(next.studentId)
      expect(said, who).not.toContain('Vecino')
      if (who === 'colleague') expect(said).not.toContain(own.studentId)
    }
  })
})

it('a family link shows its own children only', async () => {
  const read = operations.find(({ name }) => name === 'families.read')!
  const said = await ask(read, contexts.guardian, own, '')
  expect(said).toContain(own.studentId)
  for (const id of [next.studentId, next.guardianId, next.enrollmentId]) expect(said).not.toContain(id)
})
