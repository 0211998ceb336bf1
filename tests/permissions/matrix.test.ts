import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { Operation } from '@/lib/platform/operation'
import { roles } from '@/lib/platform/permissions'
import { everyOperation } from '@/scripts/permissions/operations'
import { allowed, type Caller, callers } from '@/scripts/permissions/who-may'
import {
  addSupport,
  contextFor,
  contextOf,
  guardianContext,
  platformContext,
  publicContext,
} from '@/tests/support/context'
import { fingerprint } from '@/tests/support/rows'
import { inputFor } from '@/tests/support/sample-inputs'
import { addUser } from '@/tests/support/school'
import { type Subject, subjectOf } from '@/tests/support/subject'
import { type WholeSchool, wholeSchool } from '@/tests/support/whole-school'

const operations = await everyOperation()

it('the table of who may do what is the one that was reviewed', async () => {
  const lines = operations.map((operation) => {
    const who = callers.filter((caller) => allowed(operation, caller)).join(' ')
    return `  ${JSON.stringify(operation.name)}: ${JSON.stringify(operation.scope === 'public' ? 'everybody' : who)}`
  })
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('matrix.json')
})

/** Let in by the declaration and refused by a rule about who they are. */
const refusedLater: Record<string, string> = {
  'tokens.create superadmin': 'a token stands for a membership, and a superadmin has none',
  'schools.exportOwn superadmin': 'the archive holds health data, which a visit does not show',
  'schools.fetchOwn superadmin': 'the archive holds health data, which a visit does not show',
}

let school: WholeSchool
let nowhere: Subject
const contexts = {} as Record<Caller, AnyContext>

beforeAll(async () => {
  school = await wholeSchool()
  nowhere = Object.fromEntries(Object.keys(await subjectOf(school)).map((name) => [name, randomUUID()]))
  for (const role of roles) contexts[role] = await contextFor(school, role)
  const { userId } = await addUser({ isSuperadmin: true })
  await addSupport(school, userId)
  contexts.superadmin = await contextOf(school, userId)
  contexts.guardian = await guardianContext(school, school.guardianId)
})

async function codeOf(operation: Operation, ctx: AnyContext): Promise<string> {
  try {
    await operation.run(ctx as never, inputFor(operation, nowhere, ''))
    return 'ok'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe.each(operations.filter(({ scope }) => scope === 'school'))('$name', (operation) => {
  const denied = callers.filter((caller) => !allowed(operation, caller))
  const admitted = callers.filter((caller) => allowed(operation, caller))

  if (denied.length > 0)
    it(`refuses ${denied.join(', ')} and does nothing`, async () => {
      const before = await fingerprint(school.id)
      for (const caller of denied) expect(await codeOf(operation, contexts[caller]), caller).toBe('forbidden')
      expect(await fingerprint(school.id)).toEqual(before)
    })

  it(`lets ${admitted.join(', ')} in`, async () => {
    for (const caller of admitted.filter((one) => !refusedLater[`${operation.name} ${one}`]))
      expect(['forbidden', 'invalid'], caller).not.toContain(await codeOf(operation, contexts[caller]))
  })
})

describe.each(operations.filter(({ scope }) => scope === 'platform'))('$name', (operation) => {
  it('is for superadmins outside of any school', async () => {
    for (const caller of callers) expect(await codeOf(operation, contexts[caller]), caller).toBe('forbidden')
    expect(await codeOf(operation, await publicContext(school.members.rector.userId))).toBe('forbidden')
    expect(await codeOf(operation, await platformContext())).not.toBe('forbidden')
  })
})

describe.each(operations.filter(({ scope }) => scope === 'public'))('$name', (operation) => {
  it('takes no context of a school', async () => {
    for (const caller of callers) expect(await codeOf(operation, contexts[caller]), caller).toBe('forbidden')
  })
})
