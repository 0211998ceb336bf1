import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { Operation } from '@/lib/platform/operation'
import { everyOperation } from '@/scripts/permissions/operations'
import { contextFor, guardianContext, platformContext, publicContext } from '@/tests/support/context'
import { inputSchema } from '@/tests/support/sample'
import { inputFor } from '@/tests/support/sample-inputs'
import { type Subject, subjectOf } from '@/tests/support/subject'
import { type WholeSchool, wholeSchool } from '@/tests/support/whole-school'

const texts: Record<string, unknown> = {
  'a NUL': 'a\u0000b',
  'half a pair': '\ud800',
  'a right-to-left mark': '\u202eabc',
  emptiness: '',
  blanks: '   ',
  'a megabyte': 'x'.repeat(1_000_000),
  'an injection': "'; drop table students; --",
  'a pattern': '%_\\',
  'a number': 7,
  'a fraction': 1.5,
  'a huge number': 1e308,
  'below zero': -1,
  nothing: null,
  truth: true,
  'a list': ['x'],
  'a tree': { x: { y: 'z' } },
  'a prototype': JSON.parse('{"__proto__":{"admin":true}}'),
  'a day that is none': '2026-02-31',
  'a day far away': '9999-12-31',
}

const operations = await everyOperation()
let school: WholeSchool
let own: Subject
const contexts: Record<string, AnyContext> = {}

beforeAll(async () => {
  school = await wholeSchool()
  own = await subjectOf(school)
  contexts.rector = await contextFor(school, 'rector')
  contexts.guardian = await guardianContext(school, school.guardianId)
  contexts.platform = await platformContext()
  contexts.public = await publicContext(school.members.student.userId)
})

const callerOf = ({ scope, permissions }: Operation): AnyContext => {
  if (scope !== 'school') return contexts[scope]!
  return permissions.length === 1 && permissions[0] === 'family:self' ? contexts.guardian! : contexts.rector!
}

describe.each(operations)('$name', (operation) => {
  const fields = Object.keys(inputSchema(operation).properties ?? {})

  it('refuses odd input with words, or takes it, and never breaks', async () => {
    for (const field of fields)
      for (const [name, odd] of Object.entries(texts)) {
        const input = { ...inputFor(operation, own, ''), [field]: odd }
        try {
          await operation.run(callerOf(operation) as never, input)
        } catch (error) {
          expect(error, `${field}: ${name}`).toBeInstanceOf(AppError)
          expect((error as AppError).code, `${field}: ${name}`).not.toBe('unavailable')
        }
      }
  })

  it('refuses what is not an object at all', async () => {
    for (const odd of ['x', 7, true, [], [{}]])
      await expect(operation.run(callerOf(operation) as never, odd)).rejects.toMatchObject({ code: 'invalid' })
  })
})
