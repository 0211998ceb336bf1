import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyContext } from '@/lib/platform/context'
import { AppError } from '@/lib/platform/errors'
import type { Operation } from '@/lib/platform/operation'
import { everyOperation } from '@/scripts/permissions/operations'
import { contextFor, guardianContext, publicContext } from '@/tests/support/context'
import { fingerprint, rowIds } from '@/tests/support/rows'
import { idPaths, inputSchema } from '@/tests/support/sample'
import { inputFor, ownRefusals } from '@/tests/support/sample-inputs'
import { openSession } from '@/tests/support/session'
import { familyNextDoor, type Subject, subjectOf } from '@/tests/support/subject'
import { twinSchools, type WholeSchool, wholeSchool } from '@/tests/support/whole-school'

/** Operations whose id is not a school's record to guard, each with the reason. */
const outside: Record<string, string> = {
  'account.endSession': 'called by next-auth with the id in the sealed cookie; no door leads to it (see below)',
}

const operations = await everyOperation()
const guarded = operations.filter(
  (operation) =>
    operation.scope !== 'platform' && !outside[operation.name] && idPaths(inputSchema(operation)).length > 0,
)

let b: WholeSchool
let theirs: Subject
let canaries: string[]

beforeAll(async () => {
  const twins = await twinSchools()
  b = twins.b
  theirs = await subjectOf(b)
  canaries = [...Object.values(await rowIds(b.id)).flat(), b.id, b.slug, theirs.sessionId!]
})

type Call = { operation: Operation; ctx: AnyContext; input: unknown }
type Answer = { code: string; reason: string | undefined; output: unknown }

async function answerOf({ operation, ctx, input }: Call): Promise<Answer> {
  try {
    const output = await operation.run(ctx as never, input)
    return { code: 'ok', reason: undefined, output }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, reason: error.details.reason, output: { ...error.details, cause: undefined } }
  }
}

/** The same question about a record that exists elsewhere and about one that exists nowhere. */
const comparable = (operation: Operation, { code, reason, output }: Answer) =>
  code === 'ok' && operation.kind === 'command' ? { code } : { code, reason, output: withoutBytes(output) }

/** Spreadsheets carry the moment of their making. */
const withoutBytes = (value: unknown) =>
  JSON.parse(JSON.stringify(value ?? null, (key, inner) => (key === 'content' ? undefined : inner)))

/** Who may call it: the rector, and the guardian where families may. */
function callersOf(operation: Operation, a: WholeSchool): { who: string; open: () => Promise<AnyContext> }[] {
  if (operation.scope === 'public') return [{ who: 'person', open: () => publicContext(a.members.teacher.userId) }]
  const family = operation.permissions.includes('family:self')
  const rector = !family || operation.permissions.length > 1
  return [
    ...(rector ? [{ who: 'rector', open: () => contextFor(a, 'rector') }] : []),
    ...(family ? [{ who: 'guardian', open: () => guardianContext(a, a.guardianId) }] : []),
  ]
}

describe.each(guarded)('$name', (operation) => {
  const paths = idPaths(inputSchema(operation))

  it.each(paths)('%s of another school, or of nobody, gets the same answer and changes nothing', async (path) => {
    const a = await wholeSchool()
    const own = await subjectOf(a)
    own.requirementIds = Object.values(a.requirements).join(' ')
    for (const { who, open } of callersOf(operation, a)) {
      const ctx = await open()
      const strangers = who === 'guardian' ? [theirs, await familyNextDoor(a)] : [theirs]
      for (const stranger of strangers) {
        const name = path.replaceAll('[]', '').split('.').at(-1)!
        if (stranger[name] === own[name]) continue
        const [before, mine] = [await fingerprint(b.id), await fingerprint(a.id)]
        const ask = (id: string) => answerOf({ operation, ctx, input: inputFor(operation, own, path, id) })
        const foreign = await ask(stranger[name]!)
        expect(await fingerprint(b.id), 'the other school').toEqual(before)
        if (foreign.code !== 'ok') expect(await fingerprint(a.id), 'the own school').toEqual(mine)
        const echoed = JSON.stringify(foreign.output ?? null).replaceAll(stranger[name]!, '')
        for (const canary of canaries) expect(echoed, who).not.toContain(canary)
        if (foreign.code === 'ok') expect(JSON.stringify(foreign.output ?? null), who).not.toContain(stranger[name]!)
        const nowhere = await ask(randomUUID())
        expect(comparable(operation, foreign), who).toEqual(comparable(operation, nowhere))
      }
      const mine = await fingerprint(a.id, { content: true })
      const answer = await answerOf({ operation, ctx, input: inputFor(operation, own, path) })
      const { audit_log: history, ...rest } = await fingerprint(a.id, { content: true })
      const { audit_log: earlier, ...earlierRest } = mine
      if (JSON.stringify(rest) !== JSON.stringify(earlierRest) && operation.scope === 'school')
        expect(history, 'a change without a line in the history').not.toBe(earlier)
      const expected = ownRefusals[`${operation.name} ${path} ${who}`] ?? ownRefusals[`${operation.name} ${path}`]
      expect(
        expected ? [answer.code, answer.reason].filter(Boolean).join(' ') : answer.code,
        `${who}'s own record: ${JSON.stringify(answer.output)}`,
      ).toBe(expected ?? 'ok')
      expect(JSON.stringify(answer.output ?? null)).not.toContain(b.id)
    }
  })
})

describe('what an operation answers about its own school', () => {
  const open = operations.filter(({ kind, scope }) => kind === 'query' && scope === 'school')

  it.each(open)('$name holds nothing of the other', async (operation) => {
    const { a, b: other } = await twinSchools()
    const own = await subjectOf(a)
    const canary = [...Object.values(await rowIds(other.id)).flat(), other.id, other.slug]
    for (const { open: enter } of callersOf(operation, a)) {
      const input = inputFor(operation, own, '')
      const words = 'q' in (inputSchema(operation).properties ?? {}) ? { q: 'e' } : {}
      const { output } = await answerOf({ operation, ctx: await enter(), input: { ...input, ...words } })
      for (const id of canary) expect(JSON.stringify(output ?? null)).not.toContain(id)
    }
  })
})

describe('operations of the platform', () => {
  it.each(operations.filter(({ scope }) => scope === 'platform'))('$name is closed to schools', async (operation) => {
    const a = await wholeSchool()
    const before = await fingerprint(b.id)
    for (const ctx of [await contextFor(a, 'rector'), await publicContext(a.members.rector.userId)])
      expect((await answerOf({ operation, ctx, input: inputFor(operation, theirs, '') })).code).toBe('forbidden')
    expect(await fingerprint(b.id)).toEqual(before)
  })
})

it('a session of the other school ends for nobody else', async () => {
  const { sessionId } = await openSession(b.members.rector.userId)
  const operation = operations.find(({ name }) => name === 'account.endOwnSession')!
  const a = await wholeSchool()
  const before = await fingerprint(b.id)
  await answerOf({ operation, ctx: await publicContext(a.members.rector.userId), input: { sessionId } })
  expect(await fingerprint(b.id)).toEqual(before)
})
