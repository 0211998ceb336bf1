import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tenantClient } from '@/lib/platform/db/tenant'
import { TenancyError } from '@/lib/platform/errors'
import { modelNamed } from '@/tests/support/models'
import { fingerprint, rowIds } from '@/tests/support/rows'
import { twinSchools } from '@/tests/support/whole-school'
import type { Ids } from './tree-values'
import { type Call, calls } from './trees'

const runs = Number(process.env.FUZZ_RUNS ?? 2000)
const writing = /^(create|update|upsert|delete)/

class Rollback extends Error {}

type Delegates = Record<string, Record<string, (args: unknown) => Promise<unknown>>>

it(`never reads or changes the other school's rows, in ${runs} random calls`, async () => {
  const { a, b } = await twinSchools()
  const [mine, theirs] = [await rowIds(a.id), await rowIds(b.id)]
  for (const ids of [mine, theirs]) for (const [model, list] of Object.entries(ids)) expect(list, model).not.toEqual([])
  // The people of both schools: global, so a path through them may show their name but nothing of their schools.
  const people = (school: typeof a): Ids => ({ User: Object.values(school.members).map(({ userId }) => userId) })
  const pools = {
    mine: { ...mine, ...people(a), School: [a.id] },
    theirs: { ...theirs, ...people(b), School: [b.id] },
    mySchool: a.id,
    theirSchool: b.id,
  }
  const foreign = [...Object.values(theirs).flat(), b.id]
  const before = await fingerprint(b.id)
  const score = { refused: 0, answered: 0, failed: 0 }

  const attempt = async ({ delegate, operation, args }: Call): Promise<unknown> => {
    let result: unknown
    try {
      await tenantClient(a.id).$transaction(async (client) => {
        result = await (client as unknown as Delegates)[delegate]![operation]!(args)
        if (writing.test(operation)) expect(await strangeLinks(client as unknown as Delegates, foreign)).toEqual([])
        throw new Rollback()
      })
    } catch (error) {
      if (error instanceof TenancyError) score.refused += 1
      else if (error instanceof Rollback) score.answered += 1
      else if (error instanceof Error && error.name.startsWith('Prisma')) score.failed += 1
      else throw error
    }
    return result
  }

  await fc.assert(
    fc.asyncProperty(calls(pools), async (call) => {
      const text = JSON.stringify(await attempt(call), (_, value) =>
        typeof value === 'bigint' ? Number(value) : value,
      )
      for (const id of foreign) expect(text ?? '', `${call.model}.${call.operation}`).not.toContain(id)
      if (writing.test(call.operation)) expect(await fingerprint(b.id)).toEqual(before)
    }),
    { numRuns: runs, seed: Number(process.env.FUZZ_SEED ?? 20260121), endOnFailure: false },
  )
  expect(await fingerprint(b.id)).toEqual(before)
  // A generator that only makes nonsense proves nothing.
  expect(score.answered, JSON.stringify(score)).toBeGreaterThan(runs / 8)
  expect(score.refused, JSON.stringify(score)).toBeGreaterThan(runs / 8)
}, 300_000)

/** Those whose rows a random call has the means to make; a look at all of them after each call would be most of the run. */
const linked = ['Student', 'Enrollment', 'EnrollmentDocument', 'StudentGuardian', 'Consent', 'FamilyLink', 'JobItem']
  .concat(['ClassGroup', 'GroupPlacement', 'TeacherAssignment', 'ActivityScore', 'AttendanceRecord', 'PiarPlan'])
  .map(modelNamed)

/** Rows of my school that name a row of theirs. */
async function strangeLinks(client: Delegates, foreign: string[]): Promise<string[]> {
  const found: string[] = []
  const theirs = new Set(foreign)
  for (const { name, delegate } of linked) {
    const rows = (await client[delegate]!.findMany!({ take: 200 })) as Record<string, unknown>[]
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && theirs.has(value)) found.push(`${name}.${column}`)
  }
  return found
}
